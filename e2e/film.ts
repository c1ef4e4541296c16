import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { deleteVideo } from '#db/videos.ts'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { addVideo } from '#lib/videos/library.ts'
import type { FrameRate, Video } from '#lib/videos/video.ts'

export type Clip = { file: string; frames: number; fps: FrameRate }

/** The clips of `demo/` whose every frame says its number. */
export const clips = {
  truth: { file: 'demo/truth.mp4', frames: 3600, fps: { num: 30, den: 1 } },
  at24: { file: 'demo/rates/truth-24.mp4', frames: 288, fps: { num: 24, den: 1 } },
  at25: { file: 'demo/rates/truth-25.mp4', frames: 300, fps: { num: 25, den: 1 } },
  at2997: { file: 'demo/rates/truth-30000-1001.mp4', frames: 360, fps: { num: 30000, den: 1001 } },
  at60: { file: 'demo/rates/truth-60.mp4', frames: 720, fps: { num: 60, den: 1 } },
} satisfies Record<string, Clip>

/** A film of its own for one test, that nobody has watched. */
export async function makeFilm({ file, frames, fps }: Clip, addedBy: string): Promise<Video> {
  const hostId = `test-${randomUUID()}.mp4`
  await mkdir(mediaFolder(), { recursive: true })
  await copyFile(file, join(mediaFolder(), hostId))
  const added = await addVideo({
    host: 'file',
    hostId,
    title: `Truth ${hostId}`,
    frames,
    fps,
    addedBy,
  })
  if (!added.ok) throw new Error(added.reason)
  return added.video
}

export async function forgetFilm(video: Video): Promise<void> {
  await deleteVideo(video.id)
  await rm(join(mediaFolder(), video.hostId))
}
