import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { addVideo, getVideo, type NewVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'

const clips = join(import.meta.dirname, '../../demo')
const thirty = { num: 30, den: 1 }

type DemoVideo = Pick<NewVideo, 'title' | 'description' | 'frames' | 'fps' | 'chapters'> & {
  clip: string
}

/** The one added last stands first in the library. */
const demoVideos: DemoVideo[] = [
  {
    clip: 'truth',
    title: 'Every frame counted',
    description:
      'Each picture carries its own number, once for people and once, as a strip, for the tests: ' +
      'what the player reports can be held against what was on the screen.',
    frames: 3600,
    fps: thirty,
  },
  {
    clip: 'light-before-the-storm',
    title: 'The light before the storm',
    description: 'An evening on a ridge, waiting for the front to come over.',
    frames: 3600,
    fps: thirty,
    chapters: [
      { frame: 0, title: 'Up to the ridge' },
      { frame: 1240, title: 'The sun comes through' },
      { frame: 1640, title: 'Nothing but wind' },
      { frame: 2190, title: 'The front comes over' },
    ],
  },
]

/** Copies the clips to where own videos lie and adds them to the library, unless they are there. */
export async function addDemoVideos(addedBy: string): Promise<Video[]> {
  await mkdir(join(mediaFolder(), 'demo'), { recursive: true })
  const added: Video[] = []
  for (const facts of demoVideos) added.push(await addDemoVideo(facts, addedBy))
  return added
}

async function addDemoVideo({ clip, ...facts }: DemoVideo, addedBy: string): Promise<Video> {
  for (const name of [`${clip}.mp4`, `${clip}.jpg`])
    await copyFile(join(clips, name), join(mediaFolder(), 'demo', name))
  const names = { hostId: `demo/${clip}.mp4`, poster: `demo/${clip}.jpg` }
  const result = await addVideo({ host: 'file', ...names, ...facts, addedBy })
  const video = result.ok ? result.video : await getVideo(result.videoId)
  if (!video) throw new Error(`The demo facts ${clip} was removed from the library`)
  return video
}
