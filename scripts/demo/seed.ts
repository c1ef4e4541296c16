import { initSetting, readSetting } from '#db/settings.ts'
import { addDemoCourse } from './demoCourse.ts'
import { type Credentials, createOrResetUser } from './demoUsers.ts'
import { addDemoVideos } from './demoVideos.ts'
import { addDemoViewers } from './demoViewers.ts'

/** The setting that holds when the demo library was completed. */
const FILLED_AT = 'demo_filled_at'

/**
 * Fills an empty site with an owner, a member, two videos, a course of both, and the playbacks of
 * simulated viewers. If a run is interrupted, the next one completes it.
 * @returns the credentials, in the run that completes the library; otherwise null
 * @throws DatabaseAway
 */
export async function seedDemo(
  log: (line: string) => void,
): Promise<{ owner: Credentials; member: Credentials } | null> {
  if (await readSetting(FILLED_AT)) return null
  log('Filling the demo library')
  const owner = await createOrResetUser('owner@framewise.example', 'Demo owner', 'owner')
  const member = await createOrResetUser('member@framewise.example', 'Demo member', 'member')
  const videos = await addDemoVideos(owner.id)
  await addDemoCourse(videos)
  await addDemoViewers(videos)
  await initSetting(FILLED_AT, new Date().toISOString())
  return { owner, member }
}
