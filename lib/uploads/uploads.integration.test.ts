import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { basename } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { env } from '#lib/env.ts'
import { cancelJob, readJob } from '#lib/transcoding/jobs.ts'
import { asNodeHandler, serve } from '#testing/http.ts'
import { logInSomeone } from '#testing/people.ts'
import { newUpload, sendSome, untilSent } from '#testing/uploads/sendFile.ts'
import { handleUploadOnNode } from './nodeHandler.ts'
import { MAX_UPLOAD_BYTES } from './protocol.ts'
import { handleUpload } from './routeHandler.ts'
import { statUpload, uploadPath } from './uploadFile.ts'

const mounts = { 'in front of Next': handleUploadOnNode, 'as a route': asNodeHandler(handleUpload) }
const MEGA = 1024 ** 2
const own = () => `localhost:${env().PORT}`

describe.each(Object.entries(mounts))('uploads %s', (_, handler) => {
  type Person = Awaited<ReturnType<typeof logInSomeone>>
  let server: Awaited<ReturnType<typeof serve>>
  let owner: Person
  const createdIds: string[] = []

  beforeAll(async () => {
    server = await serve(handler)
    owner = await logInSomeone('owner')
  })
  afterEach(async () => {
    for (const id of createdIds.splice(0)) await cancelJob(id)
  })
  afterAll(() => server.close())

  const upload = (file: Buffer, options = {}) =>
    newUpload(file, { port: server.port, cookie: owner.cookie, ...options })

  type Ask = { method: string; path?: string; headers?: Record<string, string | undefined> }
  function ask({ method, path = '/api/uploads', headers = {} }: Ask): Promise<{
    status: number
    text: string
    headers: Record<string, unknown>
  }> {
    const all = {
      host: own(),
      origin: `http://${own()}`,
      cookie: owner.cookie,
      'tus-resumable': '1.0.0',
      ...headers,
    }
    const sent = Object.entries(all).filter(([, value]) => value !== undefined)
    const options = { host: '127.0.0.1', port: server.port, path, method }
    return new Promise((resolve, reject) => {
      const asking = request({ ...options, headers: Object.fromEntries(sent) }, async (res) => {
        const text = (await res.toArray()).join('')
        resolve({ status: res.statusCode ?? 0, text, headers: res.headers })
      })
      asking.on('error', reject)
      asking.end()
    })
  }

  const metadata = (facts: Record<string, string>) =>
    Object.entries(facts)
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(',')

  const create = (headers: Record<string, string | undefined> = {}) =>
    ask({
      method: 'POST',
      headers: {
        'upload-length': '1000',
        'upload-metadata': metadata({ filename: 'A video.mp4' }),
        ...headers,
      },
    })

  async function created(headers = {}) {
    const answer = await create(headers)
    expect(answer).toMatchObject({ status: 201 })
    const path = String(answer.headers.location)
    createdIds.push(basename(path))
    return { path, id: basename(path) }
  }

  it('resume where they were cut off, and end byte-equal', async () => {
    const file = randomBytes(6 * MEGA)
    const first = upload(file, { chunkSize: MEGA })
    await sendSome(first, 2 * MEGA)
    const id = basename(first.url ?? '')
    createdIds.push(id)
    const cut = await statUpload(id)
    expect(cut?.size).toBeLessThan(file.length)
    expect(await readJob(id, owner.id)).toMatchObject({ state: 'uploading', title: 'A video' })

    await untilSent(upload(file, { uploadUrl: first.url, chunkSize: 2 * MEGA }))
    expect(file.equals(await readFile(uploadPath(id)))).toBe(true)
    expect(await readJob(id, owner.id)).toMatchObject({ state: 'waiting', size: file.length })
  })

  it('take their title from the metadata, or from the file name', async () => {
    const titled = await created({
      'upload-metadata': metadata({ filename: 'a.b.mov', title: ' Ü ber ' }),
    })
    expect(await readJob(titled.id, owner.id)).toMatchObject({ title: 'Ü ber' })
    const named = await created({ 'upload-metadata': metadata({ filename: 'a.b.mov' }) })
    expect(await readJob(named.id, owner.id)).toMatchObject({ title: 'a.b' })
  })

  it.each([
    ['no length', { 'upload-length': undefined }, 400],
    ['a length that comes later', { 'upload-length': undefined, 'upload-defer-length': '1' }, 400],
    ['nothing in it', { 'upload-length': '0' }, 400],
    ['too much in it', { 'upload-length': `${MAX_UPLOAD_BYTES + 1}` }, 413],
    ['no name', { 'upload-metadata': undefined }, 400],
    ['too long a name', { 'upload-metadata': metadata({ filename: 'x'.repeat(256) }) }, 400],
    [
      'too long a title',
      { 'upload-metadata': metadata({ filename: 'a', title: 'x'.repeat(201) }) },
      400,
    ],
    ['a foreign page', { origin: 'https://elsewhere.example' }, 403],
    ['no origin', { origin: undefined }, 403],
    ['no session', { cookie: undefined }, 401],
  ])('are refused with %s', async (_, headers, status) => {
    expect(await create(headers)).toMatchObject({ status })
  })

  it('are refused to members', async () => {
    const { cookie } = await logInSomeone('member')
    expect(await create({ cookie })).toMatchObject({ status: 403 })
  })

  it('are accessible to their owner only', async () => {
    const { path } = await created()
    const other = await logInSomeone('owner')
    const patch = {
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': '0',
    }
    expect(await ask({ method: 'HEAD', path })).toMatchObject({ status: 200 })
    for (const method of ['HEAD', 'PATCH']) {
      const answer = (headers: Record<string, string | undefined>) =>
        ask({ method, path, headers: { ...patch, ...headers } })
      expect(await answer({ cookie: other.cookie })).toMatchObject({ status: 404 })
      expect(await answer({ cookie: undefined })).toMatchObject({ status: 401 })
    }
    expect(
      await ask({ method: 'PATCH', path, headers: { ...patch, origin: undefined } }),
    ).toMatchObject({ status: 403 })
  })

  it('can be neither read, nor found by an unknown id', async () => {
    const { path } = await created()
    for (const method of ['GET', 'DELETE', 'OPTIONS', 'PUT'])
      if (handler === handleUploadOnNode)
        expect(await ask({ method, path })).toMatchObject({ status: 405 })
    for (const name of [
      randomUUID(),
      'nothing',
      '..%2f..%2fsecret',
      '%2e%2e',
      `${randomUUID()}.json`,
    ])
      expect(await ask({ method: 'HEAD', path: `/api/uploads/${name}` })).toMatchObject({
        status: 404,
      })
  })

  it('accept no bytes after they were cancelled', async () => {
    const file = randomBytes(3 * MEGA)
    const first = upload(file)
    await sendSome(first, MEGA)
    const id = basename(first.url ?? '')
    expect(await cancelJob(id)).toEqual({ ok: true })
    expect(await statUpload(id)).toBeNull()
    const again = untilSent(upload(file, { uploadUrl: first.url, endpoint: null }))
    await expect(again).rejects.toThrow()
    expect(await statUpload(id)).toBeNull()
  })
})

it('are limited in number', async () => {
  const owner = await logInSomeone('owner')
  const server = await serve(handleUploadOnNode)
  const createdIds: string[] = []
  const begin = async () => {
    const upload = newUpload(Buffer.alloc(10), { port: server.port, cookie: owner.cookie })
    return new Promise<string>((resolve) => {
      upload.options.onError = (error) => resolve(error.message)
      upload.options.onUploadUrlAvailable = () => {
        createdIds.push(basename(upload.url ?? ''))
        upload.abort().then(() => resolve('created'))
      }
      upload.start()
    })
  }
  for (let count = 0; count < 20; count += 1) expect(await begin()).toBe('created')
  expect(await begin()).toContain('too-many-uploads')
  for (const id of createdIds) await cancelJob(id)
  await server.close()
})
