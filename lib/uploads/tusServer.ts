import { randomUUID } from 'node:crypto'
import { FileStore } from '@tus/file-store'
import { Server, type ServerOptions } from '@tus/server'
import { isDatabaseAway } from '#db/client.ts'
import { isOwnOrigin } from '#lib/auth/origin.ts'
import { memberOfCookie } from '#lib/auth/sessionOfCookie.ts'
import { log } from '#lib/log.ts'
import type { Member } from '#lib/members/member.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { beginJob, finishUpload, readJob } from '#lib/transcoding/jobs.ts'
import { isUuid } from '#lib/uuid.ts'
import { checkNewUpload } from './checkNewUpload.ts'
import { MAX_UPLOAD_BYTES, UPLOADS_PATH } from './protocol.ts'
import { uploadFolder } from './uploadFile.ts'

type Hook = Parameters<NonNullable<ServerOptions['onIncomingRequest']>>[0]
type Refusal = { status_code: number; body: string }

const shared = onceAProcess('tus', (): { server?: Server } => ({}))
const owners = new WeakMap<Hook, Member>()

/**
 * The server of resumable uploads (tus 1.0). Each request is authorized: only owners may upload. There
 * is one in a process, whose locks ensure that one request at a time writes a file.
 */
export function tusServer(): Server {
  shared.server ??= new Server({
    path: UPLOADS_PATH,
    datastore: new FileStore({ directory: uploadFolder() }),
    relativeLocation: true,
    // No CORS: pages of other origins may not read the responses.
    allowedOrigins: () => false,
    maxSize: MAX_UPLOAD_BYTES,
    namingFunction: () => randomUUID(),
    getFileIdFromRequest: (_, id) => (id && isUuid(id) ? id : undefined),
    onIncomingRequest: requireOwner,
    async onUploadCreate(request, { id, size, metadata }) {
      const owner = owners.get(request)
      if (!owner) throw refusal(401, 'not-logged-in')
      const checked = await checkNewUpload({ size, metadata: metadata ?? {} }, owner.id)
      if (!checked.ok) throw refusal(checked.status, checked.reason)
      await beginJob({ id, ...checked.upload, addedBy: owner.id }, new Date())
      return {}
    },
    async onUploadFinish(_, { id }) {
      await finishUpload(id)
      return {}
    },
    onResponseError(_, error) {
      if ('status_code' in error) return undefined
      if (isDatabaseAway(error)) return refusal(503, 'database-away')
      log().error({ err: error }, 'upload request failed')
      return refusal(500, 'failed')
    },
  })
  return shared.server
}

/** @throws Refusal unless the request is an owner's, from this site, for a new upload or their own. */
async function requireOwner(request: Hook, id: string): Promise<void> {
  const header = (name: string) => request.headers.get(name) ?? undefined
  if (request.method !== 'HEAD' && !isOwnOrigin(header('origin'), header('host')))
    throw refusal(403, 'foreign-origin')
  const member = await memberOfCookie(header('cookie'))
  if (!member) throw refusal(401, 'not-logged-in')
  if (!member.emailVerifiedAt || member.role !== 'owner') throw refusal(403, 'not-an-owner')
  owners.set(request, member)
  if (request.method === 'POST') return
  const job = await readJob(id, member.id)
  const isTheirs = job?.isOwn && (job.state === 'uploading' || request.method === 'HEAD')
  if (!isTheirs) throw refusal(404, 'no-such-upload')
}

function refusal(status: number, reason: string): Refusal {
  return { status_code: status, body: JSON.stringify({ reason }) }
}
