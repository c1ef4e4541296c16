import pino, { type Logger } from 'pino'
import { env } from '#lib/env.ts'

const scope = globalThis as { framewiseLog?: Logger }

/**
 * The process's log: one JSON object a line. Name what happened in the message and put the facts
 * into fields; never a token, a cookie or a password.
 */
export function log(): Logger {
  scope.framewiseLog ??= pino({ name: 'framewise', level: env().LOG_LEVEL })
  return scope.framewiseLog
}
