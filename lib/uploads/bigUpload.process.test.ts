import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freePorts } from '#db/embedded/ports.ts'
import { cancelJob, readJob } from '#lib/transcoding/jobs.ts'
import { useOwnKeyspace } from '#testing/ownKeyspace.ts'
import { logInSomeone } from '#testing/people.ts'
import { forkUploadServer } from '#testing/uploads/forkUploadServer.ts'
import { newUpload, untilSent } from '#testing/uploads/sendFile.ts'
import { CHUNK_BYTES } from './protocol.ts'
import { statUpload, uploadPath } from './uploadFile.ts'

const SIZE = 1024 ** 3
/** Time for a killed server to be back. */
const RETRIES = Array.from({ length: 100 }, () => 300)

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'big-'))
  await useOwnKeyspace('uploads')
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

it('resumes after the server was killed in the middle of a gigabyte, and ends byte-equal', async () => {
  const file = join(folder, 'big.mp4')
  await writeNoise(file)
  const owner = await logInSomeone('owner')
  const [port = 0] = await freePorts(1)
  let server = await forkUploadServer(port)

  const upload = newUpload(createReadStream(file), {
    ...{ port, cookie: owner.cookie, chunkSize: CHUNK_BYTES, retryDelays: RETRIES },
    uploadSize: SIZE,
  })
  let kills = 0
  upload.options.onProgress = async (sent) => {
    if (kills > 0 || sent < SIZE / 2) return
    kills += 1
    server.kill('SIGKILL')
    await once(server, 'exit')
    const id = basename(upload.url ?? '')
    const arrived = (await statUpload(id))?.size ?? 0
    expect(arrived).toBeGreaterThan(SIZE / 4)
    expect(arrived).toBeLessThan(SIZE)
    server = await forkUploadServer(port)
  }
  await untilSent(upload)

  const id = basename(upload.url ?? '')
  expect(kills).toBe(1)
  expect(await readJob(id, owner.id)).toMatchObject({ state: 'waiting', size: SIZE })
  expect(await hashOf(uploadPath(id))).toBe(await hashOf(file))
  await cancelJob(id)
  server.disconnect()
  await once(server, 'exit')
}, 900_000)

/** Bytes without repetition, so that a misplaced chunk is detected. */
async function writeNoise(path: string): Promise<void> {
  const cipher = createCipheriv('aes-128-ctr', randomBytes(16), randomBytes(16))
  const zeros = Buffer.alloc(16 * 1024 ** 2)
  const file = await open(path, 'w')
  for (let written = 0; written < SIZE; written += zeros.length)
    await file.write(cipher.update(zeros))
  await file.close()
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 ** 2 })) hash.update(chunk)
  return hash.digest('hex')
}
