import { parseArgs } from 'node:util'
import { getVideo } from '#lib/videos/library.ts'
import {
  type RebuiltPeriod,
  rebuildCurves,
  type Totals,
} from '#lib/watch/rollup/repair/rebuildCurves.ts'
import { onDatabase } from './run/onDatabase.ts'

// npm run rollup:rebuild -- --video ID: makes a video's curves anew, beside a running site or alone.
const { video: id } = parseArgs({ options: { video: { type: 'string' } }, strict: false }).values
await onDatabase(async () => {
  const video = await getVideo(String(id))
  if (!video) throw new Error('npm run rollup:rebuild -- --video ID: there is no video of this id.')
  console.log(
    `Making the curves of "${video.title}" anew: all time from what is kept of each viewer, days ` +
      'from the log of the last 30 days.\nWhat members who were removed had watched is kept ' +
      'nowhere else: it goes from these curves and cannot come back.',
  )
  const periods = await rebuildCurves(video)
  if (periods === 'removed') throw new Error('The video is being removed: nothing was changed.')
  for (const period of periods) if (holdsAnything(period)) console.log(tell(period))
})

function holdsAnything({ before, after, rows }: RebuiltPeriod): boolean {
  return rows > 0 || before.framesPlayed > 0 || after.framesPlayed > 0
}

function tell({ period, rows, before, after }: RebuiltPeriod): string {
  const made = `from ${rows} ${period === 'all' ? "viewers' rows" : 'beacons'}`
  const [was, is] = [totals(before), totals(after)]
  return `${period}: ${made}: ${is}${was === is ? ', as before' : `; before: ${was}`}`
}

function totals({ views, framesPlayed, viewers, completions }: Totals): string {
  return `${views} views, ${framesPlayed} frames, ${viewers} viewers, ${completions} completions`
}
