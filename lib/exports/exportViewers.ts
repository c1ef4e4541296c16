import { peopleOf } from '#lib/members/listMembers.ts'
import type { Video } from '#lib/videos/video.ts'
import { type KnownViewer, readAllViewers } from '#lib/watch/analytics/allViewers.ts'
import { csvLine } from './csvLine.ts'
import { xapiStatements } from './xapiStatements.ts'

export const VIEWER_FORMATS = ['csv', 'json', 'xapi'] as const
export type ViewerFormat = (typeof VIEWER_FORMATS)[number]

type Exported = KnownViewer & { name: string | null; email: string | null }

/** The media type and name of a file, and the text before, between and after its records. */
type FileFormat = { type: string; before: string; between: string; after: string; file: string }

const array = { type: 'application/json; charset=utf-8', before: '[', between: ',\n', after: ']\n' }
const fileFormats: Record<ViewerFormat, FileFormat> = {
  csv: {
    type: 'text/csv; charset=utf-8',
    // With a byte order mark, without which Excel does not read the file as UTF-8.
    before: `\ufeff${csvLine([
      'viewer',
      'name',
      'email',
      'frames seen',
      'share',
      'plays',
      'position',
      'completed at',
      'last at',
    ])}`,
    between: '',
    after: '',
    file: 'viewers.csv',
  },
  json: { ...array, file: 'viewers.json' },
  xapi: { ...array, file: 'xapi-statements.json' },
}

/**
 * All viewers of a video as a file, streamed page by page. A database failure after the first page
 * aborts the stream, which the browser reports as a failed download.
 * @throws DatabaseAway before anything is sent
 */
export async function exportViewers(
  video: Video,
  format: ViewerFormat,
  origin: string,
): Promise<Response> {
  const { type, file, ...punctuation } = fileFormats[format]
  const chunks = toChunks(punctuation, readRecords(video, format, origin))
  const first = await chunks.next()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      if (!first.done) controller.enqueue(encoder.encode(first.value))
    },
    async pull(controller) {
      const chunk = await chunks.next()
      if (chunk.done) controller.close()
      else controller.enqueue(encoder.encode(chunk.value))
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'cache-control': 'no-store',
      'content-type': type,
      'content-disposition': `attachment; filename="${video.id}-${file}"`,
    },
  })
}

/** One chunk a page of viewers; the first one only once a page was read. */
async function* toChunks(
  { before, between, after }: Pick<FileFormat, 'before' | 'between' | 'after'>,
  pages: AsyncGenerator<string[]>,
): AsyncGenerator<string, undefined> {
  let separator = before
  for await (const records of pages) {
    yield separator + records.join(between)
    separator = between
  }
  yield (separator === before ? before : '') + after
}

async function* readRecords(
  video: Video,
  format: ViewerFormat,
  origin: string,
): AsyncGenerator<string[]> {
  for await (const page of readAllViewers(video.id)) {
    const people = await peopleOf(page.map(({ viewerId }) => viewerId))
    yield page.flatMap((viewer) => {
      const { name = null, email = null } = people.get(viewer.viewerId) ?? {}
      return recordOf(video, { ...viewer, name, email }, format, origin)
    })
  }
}

function recordOf(video: Video, viewer: Exported, format: ViewerFormat, origin: string): string[] {
  if (format === 'xapi')
    return xapiStatements(video, viewer, origin).map((statement) => JSON.stringify(statement))
  const { viewerId, name, email, state } = viewer
  const { covered, plays, position, completedAt, last, runs } = state
  const share = Number((covered / Math.max(1, video.frames)).toFixed(4))
  const [completed, lastSeen] = [isoOrNull(completedAt), new Date(last.at).toISOString()]
  if (format === 'csv')
    return [csvLine([viewerId, name, email, covered, share, plays, position, completed, lastSeen])]
  const fields = { viewerId, name, email, covered, share, plays, position }
  return [JSON.stringify({ ...fields, completedAt: completed, lastAt: lastSeen, runs })]
}

const isoOrNull = (at: number | null) => (at === null ? null : new Date(at).toISOString())
