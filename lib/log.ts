import pino, { type Logger } from 'pino'
import { env } from '#lib/env.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'

const shared = onceAProcess('log', (): { logger?: Logger } => ({}))

/**
 * The log of the process: one JSON object a line. The message names the event, fields hold the details;
 * never log a token, a cookie or a password.
 */
export function log(): Logger {
  shared.logger ??= pino({ name: 'framewise', level: env().LOG_LEVEL })
  return shared.logger
}
