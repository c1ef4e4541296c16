import { createHash } from 'node:crypto'
import { secondsAt, type Video } from '#lib/videos/video.ts'
import { COMPLETION_PERCENT } from '#lib/watch/aggregate/completion.ts'
import type { ViewerState } from '#lib/watch/aggregate/viewerState.ts'
import { playedSegments } from './playedSegments.ts'

const PROFILE = 'https://w3id.org/xapi/video'
const extension = (name: string) => `${PROFILE}/extensions/${name}`

/** The share of its frames that must be seen for a video to count as completed. */
const COMPLETION_THRESHOLD = COMPLETION_PERCENT / 100

export type XapiViewer = { viewerId: string; name: string | null; state: ViewerState }

/**
 * One viewer's statements of the xAPI video profile 1.0 for a video: `paused` at their last position,
 * and `completed` if they have. Both carry everything played so far: when it was played is not
 * stored. The same state gives the same statements, ids included, so that a learning record store
 * that receives them twice keeps them once.
 * @param origin of the site, part of the ids of activities and accounts
 */
export function xapiStatements(video: Video, viewer: XapiViewer, origin: string) {
  const { viewerId, name, state } = viewer
  const object = {
    objectType: 'Activity',
    id: `${origin}/videos/${video.id}`,
    definition: { type: `${PROFILE}/activity-type/video`, name: { und: video.title } },
  }
  const statement = (verb: { id: string; display: { en: string } }, at: number) => ({
    id: uuidOf(`${verb.id} ${video.id} ${viewerId} ${at} ${state.last.at}`),
    actor: {
      objectType: 'Agent',
      ...(name === null ? {} : { name }),
      account: { homePage: origin, name: viewerId },
    },
    verb,
    object,
    result: {
      ...(verb === COMPLETED ? { completion: true } : {}),
      extensions: {
        [extension('time')]: round(secondsAt(state.position, video.fps)),
        [extension('progress')]: round(Math.min(1, state.covered / Math.max(1, video.frames))),
        [extension('played-segments')]: playedSegments(state.runs, video.fps),
      },
    },
    context: {
      contextActivities: { category: [{ objectType: 'Activity', id: PROFILE }] },
      extensions: {
        // The viewer's last playback.
        [extension('session-id')]: state.last.playbackId,
        [extension('length')]: round(secondsAt(video.frames, video.fps)),
        [extension('completion-threshold')]: COMPLETION_THRESHOLD,
      },
    },
    timestamp: new Date(at).toISOString(),
  })
  const stopped = statement(PAUSED, state.last.at)
  return state.completedAt === null ? [stopped] : [statement(COMPLETED, state.completedAt), stopped]
}

const PAUSED = { id: `${PROFILE}/verbs/paused`, display: { en: 'paused' } }
const COMPLETED = {
  id: 'http://adlnet.gov/expapi/verbs/completed',
  display: { en: 'completed' },
}

/** The profile allows three decimals. */
const round = (value: number) => Number(value.toFixed(3))

/** A UUID version 8 (RFC 9562) from a hash: the same text gives the same id. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-')
}
