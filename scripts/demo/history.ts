import type { Video } from '#lib/videos/video.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import { enrol } from './people.ts'
import { simulateViewers } from './simulateViewers.ts'

const FIRST = ['Ada', 'Ben', 'Clara', 'Dmitri', 'Elif', 'Farid', 'Grace', 'Hugo', 'Ines', 'Jonas']
const LAST = ['Abel', 'Brandt', 'Costa', 'Dahl', 'Eriksen', 'Fontana']

/** Made-up members watch the videos. They are real members in all but this: nobody has a password. */
export async function fillHistory(videos: readonly Video[]): Promise<void> {
  const viewers: string[] = []
  for (const [first, last] of names()) {
    const email = `${first}.${last}@viewers.framewise.example`.toLowerCase()
    viewers.push((await enrol(email, `${first} ${last}`, 'member')).id)
  }
  for (const [seed, video] of videos.entries())
    await simulateViewers(video, viewers, seed + 1, Date.now())
  await (await openLanes()).stop()
}

function names(): Array<[string, string]> {
  return LAST.flatMap((last) => FIRST.map((first): [string, string] => [first, last]))
}
