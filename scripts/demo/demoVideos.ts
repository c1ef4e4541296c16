import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { addVideo, getVideo, type NewVideo } from '#lib/videos/library.ts'
import type { Video } from '#lib/videos/video.ts'

const CLIPS = join(import.meta.dirname, '../../demo')
const FPS = { num: 30, den: 1 }

type DemoVideo = Pick<NewVideo, 'title' | 'description' | 'frames' | 'fps' | 'chapters'> & {
  clip: string
}

/** The last one added is the first in the library. */
const demoVideos: DemoVideo[] = [
  {
    clip: 'truth',
    title: 'Every frame counted',
    description:
      'Each frame carries its number, as digits for people and as a strip for the tests: what the ' +
      'player reports can be compared with what was on the screen.',
    frames: 3600,
    fps: FPS,
  },
  {
    clip: 'light-before-the-storm',
    title: 'The light before the storm',
    description: 'An evening on a ridge, waiting for the front to come over.',
    frames: 3600,
    fps: FPS,
    chapters: [
      { frame: 0, title: 'Up to the ridge' },
      { frame: 1240, title: 'The sun comes through' },
      { frame: 1640, title: 'Nothing but wind' },
      { frame: 2190, title: 'The front comes over' },
    ],
  },
]

/** Copies the clips into the media folder and adds them to the library, unless they are in it. */
export async function addDemoVideos(addedBy: string): Promise<Video[]> {
  await mkdir(join(mediaFolder(), 'demo'), { recursive: true })
  const added: Video[] = []
  for (const facts of demoVideos) added.push(await addDemoVideo(facts, addedBy))
  return added
}

async function addDemoVideo({ clip, ...facts }: DemoVideo, addedBy: string): Promise<Video> {
  for (const name of [`${clip}.mp4`, `${clip}.jpg`])
    await copyFile(join(CLIPS, name), join(mediaFolder(), 'demo', name))
  const paths = { hostId: `demo/${clip}.mp4`, poster: `demo/${clip}.jpg` }
  const result = await addVideo({ host: 'file', ...paths, ...facts, addedBy })
  const video = result.ok ? result.video : await getVideo(result.videoId)
  if (!video) throw new Error(`The demo video ${clip} was removed from the library`)
  return video
}
