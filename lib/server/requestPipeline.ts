import type { IncomingMessage, ServerResponse } from 'node:http'
import { stampAddress } from '#lib/auth/address.ts'
import { isHttps, isOwnOrigin } from '#lib/auth/origin.ts'
import { env } from '#lib/env.ts'
import { handleMediaOnNode, isForMedia } from '#lib/media/nodeHandler.ts'
import { handleUploadOnNode, isForUploads } from '#lib/uploads/nodeHandler.ts'
import { handleWatchOnNode } from '#lib/watch/ingest/nodeHandler.ts'
import { bodyProblem } from './bodyProblem.ts'
import type { DatabaseProbe } from './databaseProbe.ts'
import { sendMaintenancePage } from './maintenancePage.ts'
import { replaceServerErrors } from './replaceServerErrors.ts'
import { isReadOnly, isRoutedMethod, isValidPath, pathOf, wantsPage } from './requestKind.ts'
import { HTTPS_ONLY, SECURITY_HEADERS } from './securityHeaders.ts'
import { sendRefusal } from './sendRefusal.ts'

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

const WATCH_PATH = '/api/watch'
/** Called by Resend, from no origin of ours; its route checks the signature and the body's size. */
const MAIL_EVENTS_PATH = '/api/mail/events'

/** The request handler of the production server: what comes before Next, then `next`. */
export function createRequestPipeline(next: Handler, isDatabaseUp: DatabaseProbe): Handler {
  const headers = isHttps() ? [...SECURITY_HEADERS, HTTPS_ONLY] : SECURITY_HEADERS
  const handleBeacons = handleWatchOnNode(headers.flatMap(({ key, value }) => [key, value]))
  const isWatchForNext = env().WATCH_INTERCEPT === '0'
  return async (req, res) => {
    const path = pathOf(req)
    const isWatch = path === WATCH_PATH
    if (isWatch && !(isWatchForNext && isRoutedMethod(req))) return handleBeacons(req, res)
    stampAddress(req.headers, req.socket.remoteAddress)
    for (const { key, value } of headers) res.setHeader(key, value)
    if (isWatch) return next(req, res)
    if (!isValidPath(path)) return sendRefusal(res, 404, 'no-such-address')
    if (path === MAIL_EVENTS_PATH) return next(req, res)
    // Next itself reads a foreign form post completely and answers 500.
    if (!isReadOnly(req) && !isOwnOrigin(req.headers.origin, req.headers.host))
      return sendRefusal(res, 403, 'foreign-origin')
    if (isForUploads(path)) return handleUploadOnNode(req, res)
    const problem = bodyProblem(req)
    if (problem) return sendRefusal(res, problem.status, problem.reason)
    if (isForMedia(req, path)) return handleMediaOnNode(req, res, path)
    if (isReadOnly(req) && wantsPage(req) && !(await isDatabaseUp()))
      return sendMaintenancePage(req, res)
    replaceServerErrors(res, async (contentType) => {
      if (!(await isDatabaseUp())) sendMaintenancePage(req, res)
      // Next answers a form that it cannot decode with text/plain; our own errors come as a page.
      else if (!isReadOnly(req) && contentType === 'text/plain') sendRefusal(res, 400, 'malformed')
      else return false
      return true
    })
    return next(req, res)
  }
}
