import pino, { type Logger } from 'pino'
import { env } from '#lib/env.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'

const shared = onceAProcess('log', (): { logger?: Logger } => ({}))

/**
 * The process's log: one JSON object a line. Name what happened in the message and put the facts
 * into fields; never a token, a cookie or a password.
 */
export function log(): Logger {
  shared.logger ??= pino({ name: 'framewise', level: env().LOG_LEVEL })
  return shared.logger
}
