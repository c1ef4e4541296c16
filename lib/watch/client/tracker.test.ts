import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countsOf } from '#testing/oracle.ts'
import { type PlayerAction, simulatePlayer } from '#testing/simulator/simulatedPlayer.ts'
import type { PlayerEvent } from './playbackAdapter.ts'
import { drainPlayed, startTracker, type TrackerState, track } from './tracker.ts'

const video = { frames: 3600, fps: { num: 30, den: 1 } }
const FRAME_MS = 1000 / 30

/** Feeds events to a tracker as a player would, on a clock of its own. */
function player(from = 0, { frames, fps } = video) {
  let now = 1000
  let speed = 1
  const tick = (1000 * fps.den) / fps.num
  let state = startTracker(
    { frames, fps },
    { frame: from, moving: false, rate: 1, visible: true },
    now,
  )
  const take = (event: PlayerEvent) => {
    state = track(state, event, now)
    return self
  }
  const self = {
    wait(ms: number) {
      now += ms
      return self
    },
    take,
    at(rate: number) {
      speed = rate
      return self
    },
    play: () => take({ type: 'moving', rate: speed }),
    pause: () => take({ type: 'stopped' }),
    seek: (to: number) => take({ type: 'seeking', to }),
    show: (frame: number, playing = true) => take({ type: 'frame', frame, playing, rate: speed }),
    /** Frames `from` to `last` come onto the screen, one after the other. */
    run(first: number, last: number, { rate = 1, every = 1 } = {}) {
      speed = rate
      for (let frame = first; frame <= last; frame += every) {
        self.wait((tick * every) / rate).show(frame)
      }
      return self
    },
    segments: () => state.played.map(({ start, end }) => [start, end]),
    state: () => state,
  }
  return self
}

describe('straight playing', () => {
  it('counts the frame that stood there when it began', () => {
    expect(player().play().run(1, 99).segments()).toEqual([[0, 100]])
  })

  it('counts nothing while nothing moves', () => {
    expect(player().show(0, false).wait(5000).segments()).toEqual([])
  })

  it.each([0.5, 1, 1.5, 2])('counts at %sx the frames that were not reported', (rate) => {
    const at = player().at(rate).play().run(2, 200, { rate, every: 2 })
    expect(at.segments()).toEqual([[0, 201]])
    expect(at.state().played[0]?.rate).toBe(rate)
  })

  it.each([
    [24, 1],
    [25, 1],
    [30000, 1001],
    [60, 1],
  ])('at %i/%i frames a second', (num, den) => {
    const at = player(0, { frames: 3600, fps: { num, den } }).play().run(1, 500)
    expect(at.segments()).toEqual([[0, 501]])
  })

  it('begins a segment when the rate changes, and loses no frame between', () => {
    const at = player().play().run(1, 30).run(32, 90, { rate: 2, every: 2 })
    expect(at.segments()).toEqual([
      [0, 31],
      [31, 91],
    ])
  })

  it('marks the segments of a hidden page', () => {
    const at = player().play().run(1, 30).take({ type: 'visibility', visible: false }).run(31, 60)
    expect(at.state().played.map(({ visible }) => visible)).toEqual([true, false])
    expect(at.segments()).toEqual([
      [0, 31],
      [31, 61],
    ])
  })

  it('finds a player that moves already', () => {
    const found = { frame: 0, moving: true, rate: 1, visible: true }
    const state = track(
      startTracker(video, found, 0),
      { type: 'frame', frame: 12, playing: true, rate: 1 },
      500,
    )
    expect(state.played).toEqual([{ start: 0, end: 13, rate: 1, visible: true }])
  })
})

describe('a pause', () => {
  it('counts no frame twice and none less', () => {
    const at = player().play().run(1, 50).pause().wait(9000).play().run(51, 80)
    expect(at.segments()).toEqual([[0, 81]])
  })

  it('counts the frame presented right after it', () => {
    const at = player().play().run(1, 50).pause().wait(10).show(51, false)
    expect(at.segments()).toEqual([[0, 52]])
    expect(at.wait(4000).play().run(52, 60).segments()).toEqual([[0, 61]])
  })

  it('does not count what is looked for while it lasts', () => {
    const at = player().play().run(1, 50).pause().wait(100).seek(900).wait(50).show(900, false)
    expect(at.seek(901).wait(50).show(901, false).segments()).toEqual([[0, 51]])
    expect(at.wait(3000).play().run(902, 910).segments()).toEqual([
      [0, 51],
      [901, 911],
    ])
  })

  it('whose end is reported late loses nothing', () => {
    const at = player().play().run(1, 50).pause().wait(60_000).wait(900).play()
    expect(at.take({ type: 'frame', frame: 76, playing: true, rate: 1 }).segments()).toEqual([
      [0, 77],
    ])
  })

  it('is over when a frame says so, before the event does', () => {
    const at = player().play().run(1, 5).pause().wait(60_000).run(6, 9)
    expect(
      at
        .wait(FRAME_MS * 20)
        .show(29)
        .play()
        .run(30, 31)
        .segments(),
    ).toEqual([[0, 32]])
  })
})

describe('a seek', () => {
  it.each([2000, 20])('to %i counts no jump', (to) => {
    const at = player()
      .play()
      .run(1, 100)
      .seek(to)
      .wait(80)
      .show(to, false)
      .play()
      .run(to + 1, to + 30)
    expect(at.segments()).toEqual([
      [0, 101],
      [to, to + 31],
    ])
  })

  it('counts its frame when that is announced while moving', () => {
    const at = player().play().run(1, 100).seek(2000).wait(80).play().show(2000).run(2001, 2030)
    expect(at.segments()).toEqual([
      [0, 101],
      [2000, 2031],
    ])
  })

  it('counts nothing when one follows another in a paused player', () => {
    const standing = player().play().run(1, 99).pause().wait(300)
    standing.seek(101).wait(40).seek(103).wait(30).show(101, false).wait(40).show(103, false)
    expect(standing.segments()).toEqual([[0, 100]])
  })

  it('keeps the frame from before it that is announced late', () => {
    const at = player().play().run(1, 100).seek(2000).wait(5).show(101, false)
    expect(at.wait(50).play().show(2000).segments()).toEqual([
      [0, 102],
      [2000, 2001],
    ])
  })

  it.each([99, 100, 101, 102])('by a frame or two, to %i, counts only what was shown', (to) => {
    const at = player()
      .play()
      .run(1, 100)
      .seek(to)
      .wait(50)
      .show(to, false)
      .play()
      .run(to + 1, to + 5)
    expect(countsOf(video.frames, ...at.state().played).slice(95, 110)).toEqual(
      Array.from({ length: 15 }, (_, index) => {
        const frame = index + 95
        return Number(frame <= 100) + Number(frame >= to && frame <= to + 5)
      }),
    )
  })

  it('counts nothing of a search through the video', () => {
    const at = player().play().run(1, 10)
    for (const to of [500, 900, 1300, 700]) at.seek(to).wait(60).show(to, false)
    expect(at.play().run(701, 710).segments()).toEqual([
      [0, 11],
      [700, 711],
    ])
  })

  it('that is false, sent by a host that saw none, costs nothing', () => {
    const at = player().play().run(1, 60)
    expect(at.seek(61).play().run(61, 90).segments()).toEqual([[0, 91]])
  })
})

describe('what else happens', () => {
  it('a stall counts nothing and loses nothing', () => {
    const at = player().play().run(1, 60).pause().wait(12_000).play().run(61, 90)
    expect(at.segments()).toEqual([[0, 91]])
  })

  it('a loop counts the video again', () => {
    const short = { frames: 60, fps: video.fps }
    const at = player(0, short)
      .play()
      .run(1, 58)
      .seek(0)
      .wait(5)
      .show(59, false)
      .wait(20)
      .show(0)
      .run(1, 9)
    expect(at.segments()).toEqual([
      [0, 60],
      [0, 10],
    ])
  })

  it('the end, and playing again', () => {
    const short = { frames: 60, fps: video.fps }
    const at = player(0, short)
      .play()
      .run(1, 58)
      .pause()
      .take({ type: 'ended' })
      .wait(8)
      .show(59, false)
    expect(at.state()).toMatchObject({ ended: true, position: 59 })
    at.wait(2000).seek(0).wait(30).show(0, false).play().run(1, 20)
    expect(at.segments()).toEqual([
      [0, 60],
      [0, 21],
    ])
    expect(at.state().ended).toBe(false)
  })

  it('a device that slept played nothing meanwhile', () => {
    const at = player().play().run(1, 60).wait(31_000).show(900)
    expect(at.segments()).toEqual([
      [0, 61],
      [900, 901],
    ])
  })

  it('media that runs ahead of the clock is a jump, whatever the host says', () => {
    const at = player()
      .play()
      .run(1, 60)
      .wait(1000)
      .show(60 + 30 + 4)
    expect(at.segments()).toEqual([
      [0, 61],
      [94, 95],
    ])
  })

  it('a clock a little ahead of the picture counts nothing twice', () => {
    const at = player().play().run(1, 60).wait(FRAME_MS).show(62).wait(1).show(61).run(62, 70)
    expect(at.segments()).toEqual([[0, 71]])
  })

  it('another source is another video', () => {
    const at = player().play().run(1, 60).take({ type: 'source' }).wait(30).show(61, false)
    expect(at.segments()).toEqual([[0, 61]])
  })

  it('a file longer than the library says ends with its last frame', () => {
    expect(player(3590).play().run(3591, 3605).segments()).toEqual([[3590, 3600]])
  })

  it('keeps the position of the player, also when nothing was played', () => {
    expect(player(100).state().position).toBe(100)
    expect(player(100).seek(700).state().position).toBe(700)
    expect(player(100).play().run(101, 120).state().position).toBe(120)
  })

  it('drains its segments once, the oldest first', () => {
    const at = player()
      .play()
      .run(1, 10)
      .seek(100)
      .wait(40)
      .run(100, 110)
      .seek(50)
      .wait(40)
      .run(50, 55)
    const [taken, rest] = drainPlayed(at.state(), 2)
    expect(taken.map(({ start }) => start)).toEqual([0, 100])
    expect(rest.played.map(({ start }) => start)).toEqual([50])
  })
})

const play = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('play' as const),
      ms: fc.integer({ min: 1, max: 4000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('pause' as const),
      ms: fc.integer({ min: 0, max: 40_000 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('seek' as const),
      to: fc.integer({ min: 0, max: 599 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('step' as const), by: fc.integer({ min: -3, max: 3 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('stall' as const),
      ms: fc.integer({ min: 1, max: 40_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('rate' as const),
      rate: fc.constantFrom(0.25, 0.5, 1, 1.5, 2, 4),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hide' as const) }) },
) satisfies fc.Arbitrary<PlayerAction>

const sessions = fc.record({
  fps: fc.constantFrom(
    { num: 24, den: 1 },
    { num: 25, den: 1 },
    { num: 30, den: 1 },
    { num: 30000, den: 1001 },
    { num: 60, den: 1 },
  ),
  loop: fc.boolean(),
  seed: fc.integer(),
  plays: fc.array(play, { minLength: 1, maxLength: 25 }),
})

function follow(start: TrackerState, events: Array<[PlayerEvent, number]>): TrackerState {
  return events.reduce((state, [event, at]) => track(state, event, at), start)
}

describe('any session', () => {
  it('counts every frame as often as it was on the screen of a moving player', () => {
    fc.assert(
      fc.property(sessions, ({ fps, loop, seed, plays }) => {
        const short = { frames: 600, fps }
        const { events, shown } = simulatePlayer({ ...short, loop, seed }, plays)
        const found = { frame: 0, moving: false, rate: 1, visible: true }
        const { played } = follow(startTracker(short, found, 0), events)
        expect(countsOf(short.frames, ...played)).toEqual(shown)
      }),
      { numRuns: 3000 },
    )
  })

  it('counts the same when segments are taken in between', () => {
    fc.assert(
      fc.property(
        sessions,
        fc.integer({ min: 1, max: 50 }),
        ({ fps, loop, seed, plays }, every) => {
          const short = { frames: 600, fps }
          const { events, shown } = simulatePlayer({ ...short, loop, seed }, plays)
          let state = startTracker(short, { frame: 0, moving: false, rate: 1, visible: true }, 0)
          const all = []
          for (const [index, [event, at]] of events.entries()) {
            state = track(state, event, at)
            if (index % every !== 0) continue
            const [taken, rest] = drainPlayed(state, 3)
            all.push(...taken)
            state = rest
          }
          expect(countsOf(short.frames, ...all, ...state.played)).toEqual(shown)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('never counts more than the clock allows, whatever a host says', () => {
    const event = fc.oneof(
      fc.record({
        type: fc.constant('frame' as const),
        frame: fc.integer({ min: 0, max: 599 }),
        playing: fc.boolean(),
        rate: fc.constant(1),
      }),
      fc.record({ type: fc.constant('seeking' as const), to: fc.integer({ min: 0, max: 599 }) }),
      fc.record({ type: fc.constant('moving' as const), rate: fc.constant(1) }),
      fc.record({
        type: fc.constantFrom('stopped' as const, 'ended' as const, 'source' as const),
      }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(event, fc.integer({ min: 0, max: 500 })), { maxLength: 80 }),
        (steps) => {
          let at = 0
          const events = steps.map(([event, wait]): [PlayerEvent, number] => {
            at += wait
            return [event, at]
          })
          const found = { frame: 0, moving: false, rate: 1, visible: true }
          const { played } = follow(startTracker({ frames: 600, fps: video.fps }, found, 0), events)
          const counted = played.reduce((sum, { start, end }) => sum + end - start, 0)
          expect(counted).toBeLessThanOrEqual((at / 1000) * 30 + steps.length * 5)
          for (const { start, end } of played)
            expect(0 <= start && start < end && end <= 600).toBe(true)
        },
      ),
    )
  })
})
