import { seededRandom } from '#lib/random.ts'
import type { FrameRate } from '#lib/videos/video.ts'
import type { PlayerEvent } from '#lib/watch/client/playbackAdapter.ts'

/** What the viewer does, or what befalls the player. */
export type PlayerAction =
  | { do: 'play' | 'pause' | 'stall'; ms: number }
  | { do: 'seek'; to: number }
  | { do: 'step'; by: number }
  | { do: 'rate'; rate: number }
  | { do: 'hide' }

type Options = { frames: number; fps: FrameRate; loop: boolean; seed: number }

/**
 * Simulates a browser's player for the tracker's tests: a screen that shows frames, and a main
 * thread that gets events for some of them, sometimes late.
 * @returns the events with their times in ms; and `shown`: how often each frame was on the screen of
 * a moving player, counted without looking at the events.
 */
export function simulatePlayer(
  { frames, fps, loop, seed }: Options,
  actions: readonly PlayerAction[],
) {
  const random = seededRandom(seed)
  const events: Array<[PlayerEvent, number]> = []
  const shown = new Array<number>(frames).fill(0)
  const perMs = fps.num / fps.den / 1000
  let now = 0
  let media = 0.5
  let rate = 1
  let visible = true
  let playing = false
  /** The frame on the screen, and whether it is in `shown`. */
  let screen = { frame: 0, isCounted: false }
  /** The frame of the last event. */
  let reported = -1

  const emit = (event: PlayerEvent) => events.push([event, now])
  const reportFrame = (isMoving: boolean) => {
    if (reported === screen.frame) return
    reported = screen.frame
    emit({ type: 'frame', frame: screen.frame, playing: isMoving, rate })
  }

  for (const action of actions) act(action)
  if (playing) stop()
  return { events, shown }

  function act(action: PlayerAction) {
    if (action.do === 'play') play(action.ms)
    if (action.do === 'pause') pause(action.ms)
    if (action.do === 'stall' && playing) stall(action.ms)
    if (action.do === 'seek') seek(action.to)
    if (action.do === 'step') seek(Math.min(frames - 1, Math.max(0, screen.frame + action.by)))
    if (action.do === 'rate') rate = action.rate
    if (action.do === 'hide') {
      visible = !visible
      emit({ type: 'visibility', visible })
    }
  }

  function play(ms: number) {
    if (!playing && Math.floor(media) >= frames) seek(0)
    if (!playing) {
      playing = true
      reportFrame(false)
      show(screen.frame)
      // On a busy page the event that the video moves is late.
      if (random.chance(0.3) && media + 1000 * perMs * rate < frames)
        advance(random.next() * 1000, false)
      emit({ type: 'moving', rate })
    }
    const until = now + ms
    while (playing && now < until) advance(Math.min(until - now, 4 + random.next() * 12))
  }

  /** Advances the screen; the main thread gets a frame event most of the time. */
  function advance(ms: number, isReported = random.chance(0.8)) {
    now += ms
    media += ms * perMs * rate
    const reached = Math.min(frames - 1, Math.floor(media))
    for (let frame = screen.frame + 1; frame <= reached; frame += 1) show(frame)
    if (screen.frame !== reached) screen = { frame: reached, isCounted: true }
    if (isReported) reportFrame(true)
    if (Math.floor(media) >= frames) finish()
  }

  function show(frame: number) {
    if (frame === screen.frame && screen.isCounted) return
    shown[frame] = (shown[frame] ?? 0) + 1
    screen = { frame, isCounted: true }
  }

  function finish() {
    if (loop) return seek(0)
    stop()
    emit({ type: 'ended' })
  }

  function pause(ms: number) {
    if (playing) stop()
    now += ms
  }

  /** The last frame's event comes before or right after the stop event. */
  function stop() {
    playing = false
    if (random.chance(0.5)) reportFrame(true)
    emit({ type: 'stopped' })
    now += random.next() * 20
    reportFrame(false)
  }

  function stall(ms: number) {
    reportFrame(true)
    emit({ type: 'stopped' })
    now += ms
    emit({ type: 'moving', rate })
  }

  function seek(to: number) {
    // A late event of a frame next to the target, or of one that passed it without an event, cannot be
    // distinguished from an event of the target.
    const oldest = Math.min(reported, screen.frame)
    const isAmbiguous = to > oldest - 4 && to < screen.frame + 4
    if (isAmbiguous || random.chance(0.5)) reportFrame(playing)
    emit({ type: 'seeking', to })
    now += random.next() * 20
    reportFrame(random.chance(0.5) && playing)
    now += random.next() * 200
    media = to + 0.5
    screen = { frame: to, isCounted: false }
    reported = -1
    if (random.chance(0.5)) reportFrame(false)
    if (!playing) return reportFrame(false)
    show(to)
    // On a busy page the video plays on from its target before the event of its arrival.
    if (random.chance(0.3) && media + 1000 * perMs * rate < frames) {
      reportFrame(false)
      advance(random.next() * 1000)
    }
    if (random.chance(0.5)) {
      emit({ type: 'moving', rate })
      reportFrame(true)
    } else {
      reportFrame(true)
      emit({ type: 'moving', rate })
    }
  }
}
