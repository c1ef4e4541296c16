import { randomInt, randomUUID } from 'node:crypto'
import { cp, mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { deleteVideo } from '#db/videos.ts'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import type { FrameRate, Host, Video } from '#lib/videos/video.ts'
import { makeVideo } from '#testing/videos.ts'

export type Clip = {
  file: string
  frames: number
  fps: FrameRate
  host?: Host
  /** The time of its first frame on the player's clock, in seconds. */
  origin?: number
}

/** With B-frames reordered, the first frame is shown two frames late. */
const ORIGIN = 2 / 30

/** The clips of `demo/` in which every frame shows its number. */
export const clips = {
  truth: { file: 'demo/truth.mp4', frames: 3600, fps: { num: 30, den: 1 } },
  at24: { file: 'demo/rates/truth-24.mp4', frames: 288, fps: { num: 24, den: 1 } },
  at25: { file: 'demo/rates/truth-25.mp4', frames: 300, fps: { num: 25, den: 1 } },
  at2997: { file: 'demo/rates/truth-30000-1001.mp4', frames: 360, fps: { num: 30000, den: 1001 } },
  at60: { file: 'demo/rates/truth-60.mp4', frames: 720, fps: { num: 60, den: 1 } },
  hls: { host: 'hls', file: 'demo/hls/truth.m3u8', frames: 3600, fps: { num: 30, den: 1 } },
  mux: {
    host: 'mux',
    file: 'demo/mux/truth.m3u8',
    frames: 720,
    fps: { num: 30, den: 1 },
    origin: ORIGIN,
  },
  youtube: { host: 'youtube', file: 'demo/truth.mp4', frames: 3600, fps: { num: 30, den: 1 } },
  vimeo: { host: 'vimeo', file: 'demo/truth.mp4', frames: 3600, fps: { num: 30, den: 1 } },
  wistia: { host: 'wistia', file: 'demo/truth.mp4', frames: 3600, fps: { num: 30, den: 1 } },
} satisfies Record<string, Clip>

/** Adds an unwatched video for one test. `hosts/` serves those of other hosts. */
export async function addClip({ host = 'file', ...clip }: Clip, addedBy: string): Promise<Video> {
  const { file, frames, fps } = clip
  const name = `test-${randomUUID()}`
  const hostIds: Record<Host, string> = {
    file: `${name}.mp4`,
    hls: `${name}/${basename(file)}`,
    mux: name,
    youtube: randomUUID().slice(-11),
    vimeo: String(randomInt(1e9, 1e10)),
    wistia: randomUUID().replaceAll('-', '').slice(-10),
  }
  const hostId = hostIds[host]
  const { precision } = hostFacts[host]
  await mkdir(mediaFolder(), { recursive: true })
  if (host === 'file') await cp(file, join(mediaFolder(), hostId))
  if (host === 'hls') await cp(dirname(file), join(mediaFolder(), name), { recursive: true })
  const title = `Truth ${hostId}`
  return makeVideo({ host, hostId, title, frames, fps, precision, addedBy })
}

export async function removeClip(video: Video): Promise<void> {
  await deleteVideo(video.id)
  const [name = video.hostId] = video.hostId.split('/')
  await rm(join(mediaFolder(), name), { recursive: true, force: true })
}
