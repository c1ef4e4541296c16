import { parseArgs } from 'node:util'
import { getVideo } from '#lib/videos/library.ts'
import { type RebuiltPeriod, rebuildCurves } from '#lib/watch/rollup/repair/rebuildCurves.ts'
import { runOnDatabase } from './run/runOnDatabase.ts'

// npm run rollup:rebuild -- --video ID: rebuilds a video's curves, also beside a running site.
const { video: id } = parseArgs({ options: { video: { type: 'string' } }, strict: false }).values
await runOnDatabase(async () => {
  const video = await getVideo(String(id))
  if (!video)
    throw new Error('Usage: npm run rollup:rebuild -- --video ID. There is no video with this id.')
  console.log(
    `Rebuilding the curves of "${video.title}": all time from the rows of its viewers, days from ` +
      'the log of the last 30 days.\nPlays of removed members are stored only in the present ' +
      'curves: the rebuild deletes them for good.',
  )
  const periods = await rebuildCurves(video)
  if (periods === 'removed') throw new Error('The video is being removed: nothing was changed.')
  for (const period of periods) if (isNotEmpty(period)) console.log(summarize(period))
})

function isNotEmpty({ before, after, rows }: RebuiltPeriod): boolean {
  return rows > 0 || before.framesPlayed > 0 || after.framesPlayed > 0
}

function summarize({ period, rows, before, after }: RebuiltPeriod): string {
  const source = `from ${rows} ${period === 'all' ? "viewers' rows" : 'beacons'}`
  const [was, is] = [totals(before), totals(after)]
  return `${period}: ${source}: ${is}${was === is ? ', unchanged' : `; before: ${was}`}`
}

function totals({ views, framesPlayed, viewers, completions }: RebuiltPeriod['after']): string {
  return `${views} views, ${framesPlayed} frames, ${viewers} viewers, ${completions} completions`
}
