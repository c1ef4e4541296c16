import type { Video } from '#lib/videos/video.ts'
import { openLanes } from '#lib/watch/log/lanes.ts'
import { createOrResetUser } from './demoUsers.ts'
import { simulateViewers } from './simulateViewers.ts'

const FIRST_NAMES = [
  'Ada',
  'Ben',
  'Clara',
  'Dmitri',
  'Elif',
  'Farid',
  'Grace',
  'Hugo',
  'Ines',
  'Jonas',
]
const LAST_NAMES = ['Abel', 'Brandt', 'Costa', 'Dahl', 'Eriksen', 'Fontana']

/** Adds members whose passwords are not kept, and simulates that they watched the videos. */
export async function addDemoViewers(videos: readonly Video[]): Promise<void> {
  const viewers: string[] = []
  for (const [first, last] of names()) {
    const email = `${first}.${last}@viewers.framewise.example`.toLowerCase()
    viewers.push((await createOrResetUser(email, `${first} ${last}`, 'member')).id)
  }
  for (const [seed, video] of videos.entries())
    await simulateViewers(video, viewers, seed + 1, Date.now())
  await (await openLanes()).stop()
}

function names(): Array<[string, string]> {
  return LAST_NAMES.flatMap((last) => FIRST_NAMES.map((first): [string, string] => [first, last]))
}
