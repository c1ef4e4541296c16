/** A rendered mail. */
export type Mail = { to: string; subject: string; html: string; text: string }

export type SendResult = { ok: true } | { ok: false; reason: 'refused' | 'away' }
