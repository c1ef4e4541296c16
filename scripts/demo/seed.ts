import { initSetting, readSetting } from '#db/settings.ts'
import { addCourse } from './course.ts'
import { fillHistory } from './history.ts'
import { type Credentials, enrol } from './people.ts'
import { addDemoVideos } from './videos.ts'

/** Set when the demo library is whole. */
const FILLED = 'demo_filled_at'

/**
 * Fills an empty site: two people to log in as, two videos, a course of them, and a history made by
 * simulated viewers who go through the real ingest. A run that was cut short is taken up again by
 * the next one.
 * @param say hears of it before it begins
 * @returns how to log in, once; null when the library was filled before
 * @throws DatabaseAway
 */
export async function seedDemo(
  say: (line: string) => void,
): Promise<{ owner: Credentials; member: Credentials } | null> {
  if (await readSetting(FILLED)) return null
  say('Filling the demo library')
  const owner = await enrol('owner@framewise.example', 'Demo owner', 'owner')
  const member = await enrol('member@framewise.example', 'Demo member', 'member')
  const videos = await addDemoVideos(owner.id)
  await addCourse(videos)
  await fillHistory(videos)
  await initSetting(FILLED, new Date().toISOString())
  return { owner, member }
}
