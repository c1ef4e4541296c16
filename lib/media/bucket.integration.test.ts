import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { freePorts } from '#db/embedded/ports.ts'
import { MP4_FILE, moveToMedia, videoFolder } from '#lib/transcoding/videoFiles.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'
import { serve } from '#testing/http.ts'
import { logInSomeone } from '#testing/people.ts'
import { makeVideo } from '#testing/videos.ts'
import { mediaFolder } from './mediaFile.ts'
import { handleMediaOnNode } from './nodeHandler.ts'
import { viewerOfSession } from './signedLink.ts'
import { linksForViewer } from './videoLinks.ts'

const CLIP = 'demo/rates/truth-25.mp4'
const BUCKET = 'videos'

let folder = ''
let bucket: S3rver
let server: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  const [port = 0] = await freePorts(1)
  // Before the environment is read.
  vi.stubEnv('MEDIA_BUCKET', BUCKET)
  vi.stubEnv('MEDIA_BUCKET_ENDPOINT', `http://127.0.0.1:${port}`)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'S3RVER')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S3RVER')
  folder = await mkdtemp(join(tmpdir(), 'bucket-'))
  bucket = new S3rver({
    ...{ port, address: '127.0.0.1', silent: true, directory: join(folder, 'kept') },
    // s3rver computes the signatures of requests to the bucket itself wrongly.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name: BUCKET, configs: [] }],
  })
  await bucket.run()
  server = await serve((req, res) => handleMediaOnNode(req, res, req.url ?? ''))
})

afterAll(async () => {
  await server.close()
  await bucket.close()
  await rm(folder, { recursive: true })
})

it('stores a video in a bucket, delivers it from there and deletes it', async () => {
  const id = randomUUID()
  const made = join(folder, 'made')
  await cp('demo/hls', join(made, '360'), { recursive: true })
  await cp(CLIP, join(made, MP4_FILE))
  await moveToMedia(made, id)
  expect(existsSync(join(mediaFolder(), videoFolder(id)))).toBe(false)

  const video = await makeVideo({ id, host: 'hls', hostId: `${videoFolder(id)}/360/truth.m3u8` })
  const sources = {
    mp4: `${videoFolder(id)}/${MP4_FILE}`,
    hls: video.hostId,
    t0: 0,
    storyboard: null,
  }
  const member = await logInSomeone()
  const links = linksForViewer({ ...video, sources }, viewerOfSession(member.sessionId), new Date())
  const list = await ask(links.video, member.cookie)
  expect(list).toMatchObject({ status: 200, body: await readFile('demo/hls/truth.m3u8') })
  const segment = new URL('00.m4s', `http://site${links.video}`).pathname
  expect(await ask(segment, member.cookie)).toMatchObject({
    status: 200,
    headers: { 'content-type': 'video/iso.segment' },
    body: await readFile('demo/hls/00.m4s'),
  })
  const whole = await readFile('demo/hls/00.m4s')
  expect(await ask(segment, member.cookie, { range: 'bytes=100-299' })).toMatchObject({
    status: 206,
    headers: { 'content-range': `bytes 100-299/${whole.length}`, 'content-length': '200' },
    body: whole.subarray(100, 300),
  })
  const beyond = { range: `bytes=${whole.length}-` }
  expect(await ask(segment, member.cookie, beyond)).toMatchObject({ status: 416 })
  expect(await ask(segment.replace('00.m4s', '99.m4s'), member.cookie)).toMatchObject({
    status: 404,
  })

  await removeVideo(id)
  expect(await ask(segment, member.cookie)).toMatchObject({ status: 404 })
})

async function ask(path: string, cookie: string, headers: Record<string, string> = {}) {
  const options = { host: '127.0.0.1', port: server.port, path }
  type Answer = { status: number; body: Buffer; headers: Record<string, unknown> }
  return new Promise<Answer>((resolve, reject) => {
    const asking = request({ ...options, headers: { cookie, ...headers } }, async (res) => {
      const body = Buffer.concat(await res.toArray())
      resolve({ status: res.statusCode ?? 0, body, headers: res.headers })
    })
    asking.on('error', reject)
    asking.end()
  })
}
