import pino, { type Logger } from 'pino'
import { env } from '#lib/env.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'

const shared = onceAProcess('log', (): { logger?: Logger | undefined } => ({}))

/**
 * The log of the process: one JSON object a line. The message names the event, fields hold the details;
 * never log a token, a cookie or a password.
 */
export function log(): Logger {
  shared.logger ??= pino({ name: 'framewise', level: env().LOG_LEVEL })
  return shared.logger
}

/** Replaces the log of the process, for a test that reads it; `undefined` for the usual one. */
export function setLogger(logger: Logger | undefined): void {
  shared.logger = logger
}
