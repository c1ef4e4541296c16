import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { changeTranscodingJob, readTranscodingJob } from '#db/transcodingJobs.ts'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { uploadFolder, uploadPath } from '#lib/uploads/uploadFile.ts'
import { getVideo } from '#lib/videos/library.ts'
import { removeVideo } from '#lib/videos/removeVideo.ts'
import { makeVideo } from '#testing/videos.ts'
import { beginJob, cancelJob, finishUpload, readJob } from './jobs.ts'
import { runNextJob } from './runNextJob.ts'
import { MASTER_PLAYLIST, MP4_FILE, videoFolder, workFolder } from './videoFiles.ts'

/** 360 frames at 30000/1001. */
const CLIP = 'demo/rates/truth-30000-1001.mp4'
/** Long enough to be interrupted while it is encoded. */
const LONG = 'demo/truth.mp4'
const owner = randomUUID()
const never = new AbortController().signal
const made: string[] = []
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videos-'))
  await mkdir(uploadFolder(), { recursive: true })
})

afterAll(async () => {
  for (const id of made) {
    await cancelJob(id)
    await removeVideo(id)
  }
  await rm(folder, { recursive: true })
})

/** A job whose file is uploaded. */
async function upload(
  file: string,
  fileName = 'A video.mp4',
  replaces: string | null = null,
): Promise<string> {
  const id = randomUUID()
  made.push(id)
  await copyFile(file, uploadPath(id))
  const { size } = await stat(file)
  await beginJob({ id, title: 'A video', fileName, size, addedBy: owner, replaces }, new Date())
  await finishUpload(id)
  return id
}

/** Runs jobs until this one is in `state`. */
async function workUntil(id: string, state: string) {
  for (let turn = 0; turn < 10; turn += 1) {
    const job = await readJob(id, owner)
    if (job?.state === state) return job
    if (!(await runNextJob(never))) break
  }
  const job = await readJob(id, owner)
  expect(job).toMatchObject({ state })
  return job
}

/** @returns the process id of the ffmpeg that encodes this upload, once it runs */
async function untilEncoding(id: string): Promise<number> {
  return vi.waitUntil(
    async () => {
      for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
        const command = await readFile(`/proc/${pid}/cmdline`, 'latin1').catch(() => '')
        if (command.startsWith('ffmpeg') && command.includes(id)) return Number(pid)
      }
      return undefined
    },
    { timeout: 20_000, interval: 20 },
  )
}

function ffmpeg(...args: string[]) {
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args])
  if (status !== 0) throw new Error(`${stderr}`)
}

it('transcodes a file: rungs, MP4, poster, storyboard, captions, counted frames', async () => {
  const captions = join(folder, 'captions.srt')
  await writeFile(captions, '1\n00:00:01,000 --> 00:00:02,500\nA line of the video\n')
  const file = join(folder, 'whole.mkv')
  const inputs = ['-i', CLIP, '-f', 'lavfi', '-i', 'sine=frequency=300:duration=12', '-i', captions]
  const tags = ['-metadata:s:s:0', 'language=eng', '-metadata:s:s:0', 'title=For the deaf']
  ffmpeg(...inputs, '-map', '0', '-map', '1', '-map', '2', '-c:v', 'copy', ...tags, file)

  const id = await upload(file)
  await workUntil(id, 'done')
  const at = (path: string) => `${videoFolder(id)}/${path}`
  expect(await getVideo(id)).toMatchObject({
    host: 'hls',
    hostId: at(MASTER_PLAYLIST),
    status: 'ready',
    frames: 360,
    fps: { num: 30_000, den: 1001 },
    poster: at('poster.jpg'),
    sources: {
      mp4: at(MP4_FILE),
      hls: at(MASTER_PLAYLIST),
      storyboard: at('storyboard.vtt'),
      t0: 0,
    },
    captions: [{ language: 'eng', label: 'For the deaf' }],
  })
  const video = join(mediaFolder(), videoFolder(id))
  expect((await readdir(video)).sort()).toEqual([
    '360',
    'embedded-2.vtt',
    MASTER_PLAYLIST,
    MP4_FILE,
    'poster.jpg',
    'sound',
    'storyboard.jpg',
    'storyboard.vtt',
  ])
  expect(await readFile(join(video, 'embedded-2.vtt'), 'utf8')).toContain('A line of the video')
  expect(existsSync(uploadPath(id))).toBe(false)
  expect(existsSync(join(workFolder(), id))).toBe(false)
})

it.each([
  ['text', 'Hello', /not a video/],
  // As a playlist it would make the server read its own files.
  ['a list', '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/hostname\n', /not a video/],
])('fails %s with the reason, and keeps none of its files', async (_, text, reason) => {
  const file = join(folder, 'text.mp4')
  await writeFile(file, text)
  const id = await upload(file)
  expect((await workUntil(id, 'failed'))?.reason).toMatch(reason)
  expect(existsSync(uploadPath(id))).toBe(false)
  expect(await getVideo(id)).toBeNull()
})

it('fails a file that has sound but no picture', async () => {
  const file = join(folder, 'sound.m4a')
  ffmpeg('-f', 'lavfi', '-i', 'sine=duration=1', file)
  expect((await workUntil(await upload(file), 'failed'))?.reason).toMatch(/no picture/)
})

it('fails a truncated file, with its index or without', async () => {
  const whole = await readFile(CLIP)
  const file = join(folder, 'cut.mp4')
  await writeFile(file, whole.subarray(0, whole.length / 3))
  const id = await upload(file)
  expect((await workUntil(id, 'failed'))?.reason).toMatch(/to its end/)
  expect(await getVideo(id)).toBeNull()
  // The index (moov atom) of this one is at the end.
  const late = join(folder, 'late.mp4')
  ffmpeg('-i', CLIP, '-c', 'copy', late)
  await writeFile(file, (await readFile(late)).subarray(0, 50_000))
  expect((await workUntil(await upload(file), 'failed'))?.reason).toMatch(/incomplete/)
})

it('tries again when ffmpeg is killed, up to three times', async () => {
  const id = await upload(LONG)
  for (const tries of [1, 2, 3]) {
    const work = runNextJob(never)
    process.kill(await untilEncoding(id), 'SIGKILL')
    await work
    expect(await readTranscodingJob(id)).toMatchObject({ state: 'waiting', worker: null, tries })
    expect(await getVideo(id)).toMatchObject({ status: 'processing' })
  }
  expect((await workUntil(id, 'failed'))?.reason).toMatch(/three times/)
  expect(existsSync(uploadPath(id))).toBe(false)
})

it('finishes after ffmpeg was killed', async () => {
  const id = await upload(CLIP)
  const work = runNextJob(never)
  process.kill(await untilEncoding(id), 'SIGKILL')
  await work
  await workUntil(id, 'done')
  expect(await getVideo(id)).toMatchObject({ status: 'ready', frames: 360 })
})

it('takes over the job of a dead server when its lease has expired, not before', async () => {
  const id = await upload(CLIP)
  const [now, lease] = [Date.now(), 30_000]
  const dead = { state: 'working', step: 'checking', worker: randomUUID(), tries: 1 }
  const job = await readTranscodingJob(id)
  if (!job) throw new Error('no job')
  await changeTranscodingJob(job, { ...dead, leaseUntil: new Date(now + lease) })
  await runNextJob(never, new Date(now + lease - 1))
  expect(await readTranscodingJob(id)).toMatchObject({ worker: dead.worker })
  await runNextJob(never, new Date(now + lease))
  expect(await readTranscodingJob(id)).toMatchObject({ state: 'done', tries: 2 })
})

it('queues a job again when the server stops, without counting the attempt', async () => {
  const id = await upload(LONG)
  const stop = new AbortController()
  const work = runNextJob(stop.signal)
  const pid = await untilEncoding(id)
  stop.abort()
  await work
  expect(() => process.kill(pid, 0)).toThrow()
  expect(await readTranscodingJob(id)).toMatchObject({ state: 'waiting', worker: null, tries: 0 })
  expect(existsSync(join(workFolder(), id))).toBe(false)
  expect(await cancelJob(id)).toEqual({ ok: true })
})

it('stops at once when it is cancelled, and leaves nothing', async () => {
  const id = await upload(LONG)
  const work = runNextJob(never)
  const pid = await untilEncoding(id)
  expect(await cancelJob(id)).toEqual({ ok: true })
  await work
  expect(() => process.kill(pid, 0)).toThrow()
  expect(await readJob(id, owner)).toMatchObject({ state: 'cancelled' })
  expect(await getVideo(id)).toBeNull()
  for (const path of [uploadPath(id), join(workFolder(), id), join(mediaFolder(), videoFolder(id))])
    expect(existsSync(path)).toBe(false)
  expect(await cancelJob(id)).toEqual({ ok: false, reason: 'over' })
})

it('cancels the job of a video that was removed from the library meanwhile', async () => {
  const id = await upload(CLIP)
  const work = runNextJob(never)
  await untilEncoding(id)
  await removeVideo(id)
  await work
  expect(await readJob(id, owner)).toMatchObject({ state: 'cancelled' })
  expect(existsSync(join(mediaFolder(), videoFolder(id)))).toBe(false)
})

it('fails an upload that was not continued for a week, and queues one that is complete', async () => {
  const [stale, whole] = [randomUUID(), randomUUID()]
  made.push(stale, whole)
  for (const id of [stale, whole]) {
    await writeFile(uploadPath(id), 'four')
    const size = id === stale ? 5 : 4
    const job = { id, title: 'A video', fileName: 'a.mp4', size, addedBy: owner }
    await beginJob(job, new Date())
  }
  await runNextJob(AbortSignal.abort())
  expect(await readJob(stale, owner)).toMatchObject({ state: 'uploading' })
  expect(await readJob(whole, owner)).toMatchObject({ state: 'waiting' })
  await runNextJob(AbortSignal.abort(), new Date(Date.now() + 8 * 86_400_000))
  expect(await readJob(stale, owner)).toMatchObject({ state: 'failed' })
  expect(existsSync(uploadPath(stale))).toBe(false)
})

it('replaces the video it was uploaded for, unless another one did', async () => {
  const former = await makeVideo({ title: 'The former one' })
  const id = await upload(CLIP, 'next.mp4', former.id)
  await workUntil(id, 'done')
  const words = { title: 'The former one', visibility: 'members', status: 'ready' }
  expect(await getVideo(id)).toMatchObject({ ...words, replaces: former.id })
  expect(await getVideo(former.id)).toMatchObject({
    archivedAt: expect.any(Date),
    replacedBy: id,
  })
  const late = await upload(CLIP, 'late.mp4', former.id)
  await workUntil(late, 'done')
  expect(await getVideo(late)).toMatchObject({ title: 'A video', visibility: 'draft' })
  await removeVideo(former.id)
})
