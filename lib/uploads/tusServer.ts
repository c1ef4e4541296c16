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
 * Takes files piece by piece (tus 1.0), from owners only, who are asked for at each request. One for
 * the process: its locks see to it that a file is written by one request at a time.
 */
export function tusServer(): Server {
  shared.server ??= new Server({
    path: UPLOADS_PATH,
    datastore: new FileStore({ directory: uploadFolder() }),
    relativeLocation: true,
    // Nobody else's pages may read the answers.
    allowedOrigins: () => false,
    maxSize: MAX_UPLOAD_BYTES,
    namingFunction: () => randomUUID(),
    getFileIdFromRequest: (_, id) => (id && isUuid(id) ? id : undefined),
    onIncomingRequest: requireOwner,
    async onUploadCreate(request, { id, size, metadata }) {
      const owner = owners.get(request)
      if (!owner) throw refusal(401, 'not-logged-in')
      const asked = await checkNewUpload({ size, metadata: metadata ?? {} }, owner.id)
      if (!asked.ok) throw refusal(asked.status, asked.reason)
      await beginJob({ id, ...asked.upload, addedBy: owner.id }, new Date())
      return {}
    },
    async onUploadFinish(_, { id }) {
      await finishUpload(id)
      return {}
    },
    onResponseError(_, error) {
      if ('status_code' in error) return undefined
      if (isDatabaseAway(error)) return refusal(503, 'database-away')
      log().error({ err: error }, 'an upload could not be answered')
      return refusal(500, 'failed')
    },
  })
  return shared.server
}

/** @throws Refusal unless an owner asks, from our own page, for an upload of theirs or a new one. */
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
