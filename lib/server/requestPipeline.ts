import type { IncomingMessage, ServerResponse } from 'node:http'
import { stampAddress } from '#lib/auth/address.ts'
import { isHttps, isOwnOrigin } from '#lib/auth/origin.ts'
import { env } from '#lib/env.ts'
import { handleMediaOnNode, isForMedia } from '#lib/media/nodeHandler.ts'
import { handleUploadOnNode, isForUploads } from '#lib/uploads/nodeHandler.ts'
import { handleWatchOnNode } from '#lib/watch/ingest/nodeHandler.ts'
import { bodyProblem } from './bodyProblem.ts'
import type { Probe } from './databaseProbe.ts'
import { sendMaintenancePage } from './maintenancePage.ts'
import { refuse } from './refuse.ts'
import { replaceServerErrors } from './replaceServerErrors.ts'
import { isPath, isReading, isRouted, pathOf, wantsPage } from './requestKind.ts'
import { HTTPS_ONLY, SECURITY_HEADERS } from './securityHeaders.ts'

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

const WATCH = '/api/watch'
/** Told by Resend, which is no page of ours; its route checks the signature, and counts the bytes. */
const MAIL_EVENTS = '/api/mail/events'

/** What stands before Next in the production server; `next` answers the rest. */
export function answerBeforeNext(next: Handler, isDatabaseThere: Probe): Handler {
  const headers = isHttps() ? [...SECURITY_HEADERS, HTTPS_ONLY] : SECURITY_HEADERS
  const takeBeacons = handleWatchOnNode(headers.flatMap(({ key, value }) => [key, value]))
  const isForNext = env().WATCH_INTERCEPT === '0'
  return async (req, res) => {
    const path = pathOf(req)
    const isWatch = path === WATCH
    if (isWatch && !(isForNext && isRouted(req))) return takeBeacons(req, res)
    stampAddress(req.headers, req.socket.remoteAddress)
    for (const { key, value } of headers) res.setHeader(key, value)
    if (isWatch) return next(req, res)
    if (!isPath(path)) return refuse(res, 404, 'no-such-address')
    if (path === MAIL_EVENTS) return next(req, res)
    // Next itself answers a foreign form post with 500, after it has read all of it.
    if (!isReading(req) && !isOwnOrigin(req.headers.origin, req.headers.host))
      return refuse(res, 403, 'foreign-origin')
    if (isForUploads(path)) return handleUploadOnNode(req, res)
    const problem = bodyProblem(req)
    if (problem) return refuse(res, problem.status, problem.reason)
    if (isForMedia(req, path)) return handleMediaOnNode(req, res, path)
    if (isReading(req) && wantsPage(req) && !(await isDatabaseThere()))
      return sendMaintenancePage(req, res)
    replaceServerErrors(res, async (contentType) => {
      if (!(await isDatabaseThere())) sendMaintenancePage(req, res)
      // So Next answers a form it cannot decode. What our own code throws comes as a page.
      else if (!isReading(req) && contentType === 'text/plain') refuse(res, 400, 'malformed')
      else return false
      return true
    })
    return next(req, res)
  }
}
