import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Video } from '#lib/videos/video.ts'
import { type Runs, runsOf } from '#lib/watch/aggregate/runs.ts'
import type { ViewerState } from '#lib/watch/aggregate/viewerState.ts'
import { playedSegments } from './playedSegments.ts'
import { xapiStatements } from './xapiStatements.ts'

const extension = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`
const seconds = z.number().min(0).multipleOf(0.001)

/**
 * The requirements and recommendations of the video profile 1.0.3 for `paused` and `completed`, from
 * its statement templates and the schemas of its extensions.
 */
const statement = z.strictObject({
  id: z.uuid(),
  actor: z.strictObject({
    objectType: z.literal('Agent'),
    name: z.string().optional(),
    account: z.strictObject({ homePage: z.url(), name: z.string().min(1) }),
  }),
  verb: z.strictObject({
    id: z.enum([
      'https://w3id.org/xapi/video/verbs/paused',
      'http://adlnet.gov/expapi/verbs/completed',
    ]),
    display: z.record(z.string(), z.string()),
  }),
  object: z.strictObject({
    objectType: z.literal('Activity'),
    id: z.url(),
    definition: z.strictObject({
      type: z.literal('https://w3id.org/xapi/video/activity-type/video'),
      name: z.record(z.string(), z.string()),
    }),
  }),
  result: z.strictObject({
    completion: z.literal(true).optional(),
    extensions: z.strictObject({
      [extension('time')]: seconds,
      [extension('progress')]: z.number().min(0).max(1),
      [extension('played-segments')]: z
        .string()
        .regex(/^(\d+\.\d{3}\[\.\]\d+\.\d{3}(\[,\]\d+\.\d{3}\[\.\]\d+\.\d{3})*)?$/),
    }),
  }),
  context: z.strictObject({
    contextActivities: z.strictObject({
      category: z.tuple([
        z.strictObject({
          objectType: z.literal('Activity'),
          id: z.literal('https://w3id.org/xapi/video'),
        }),
      ]),
    }),
    extensions: z.strictObject({
      [extension('session-id')]: z.uuidv4(),
      [extension('length')]: seconds,
      [extension('completion-threshold')]: z.number().min(0).max(1),
    }),
  }),
  timestamp: z.iso.datetime(),
})

const video = { id: randomUUID(), title: 'Storm', frames: 3_600, fps: { num: 30, den: 1 } } as Video

const viewer = (runs: Runs, completedAt: number | null) => ({
  viewerId: randomUUID(),
  name: 'Ada',
  state: {
    runs,
    position: 600,
    covered: 600,
    completedAt,
    last: { at: Date.UTC(2031, 1, 2), playbackId: randomUUID(), seq: 3 },
  } as ViewerState,
})

test('statements match the profile, and the same state gives the same statements', () => {
  const ada = viewer([[0, 600, 1]], Date.UTC(2031, 1, 1))
  const statements = xapiStatements(video, ada, 'https://videos.example')
  expect(statements.map(({ verb }) => verb.display.en)).toEqual(['completed', 'paused'])
  for (const each of statements) statement.parse(each)
  expect(xapiStatements(video, ada, 'https://videos.example')).toEqual(statements)
  expect(xapiStatements(video, viewer([], null), 'https://videos.example')).toHaveLength(1)
})

test('a range played twice is written twice', () => {
  const text = playedSegments(
    [
      [0, 300, 1],
      [300, 330, 2],
      [330, 600, 1],
    ],
    video.fps,
  )
  expect(text).toBe('0.000[.]20.000[,]10.000[.]11.000')
})

test('parsed again, the segments give the count of every frame', () => {
  const stretch = fc.tuple(fc.nat(500), fc.nat(500)).map(([a, b]) => ({
    start: Math.min(a, b),
    end: Math.max(a, b) + 1,
  }))
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 12 }), (stretches) => {
      const runs = runsOf(stretches)
      const text = playedSegments(runs, video.fps)
      const back = (text === '' ? [] : text.split('[,]')).map((segment) => {
        const [start = 0, end = 0] = segment
          .split('[.]')
          .map((time) => Math.round(Number(time) * 30))
        return { start, end }
      })
      expect(runsOf(back)).toEqual(runs)
    }),
  )
})
