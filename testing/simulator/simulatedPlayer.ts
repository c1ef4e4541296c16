import type { FrameRate } from '#lib/videos/video.ts'
import type { PlayerEvent } from '#lib/watch/client/playbackAdapter.ts'

export type Play =
  | { do: 'play' | 'pause' | 'stall'; ms: number }
  | { do: 'seek'; to: number }
  | { do: 'step'; by: number }
  | { do: 'rate'; rate: number }
  | { do: 'hide' }

type Settings = { frames: number; fps: FrameRate; loop: boolean; luck: number }

/**
 * A browser's player, simulated for the tracker's tests: a screen that shows frames, and a main
 * thread that hears of some of them, sometimes late. It keeps the truth for itself: `shown` says
 * how often each frame was on the screen of a moving player, and never looks at the events.
 */
export function playSession(settings: Settings, plays: readonly Play[]) {
  const { frames, fps, loop } = settings
  const luck = throwDice(settings.luck)
  const events: Array<[PlayerEvent, number]> = []
  const shown = new Array<number>(frames).fill(0)
  const perMs = fps.num / fps.den / 1000
  let now = 0
  let media = 0.5
  let rate = 1
  let visible = true
  let playing = false
  /** The frame on the screen, and whether the truth has it. */
  let screen = { frame: 0, counted: false }
  let announced = -1

  const tell = (event: PlayerEvent) => events.push([event, now])
  const announce = (moving: boolean) => {
    if (announced === screen.frame) return
    announced = screen.frame
    tell({ type: 'frame', frame: screen.frame, playing: moving, rate })
  }

  for (const step of plays) act(step)
  if (playing) stop()
  return { events, shown }

  function act(step: Play) {
    if (step.do === 'play') play(step.ms)
    if (step.do === 'pause') pause(step.ms)
    if (step.do === 'stall' && playing) stall(step.ms)
    if (step.do === 'seek') seek(step.to)
    if (step.do === 'step') seek(Math.min(frames - 1, Math.max(0, screen.frame + step.by)))
    if (step.do === 'rate') rate = step.rate
    if (step.do === 'hide') {
      visible = !visible
      tell({ type: 'visibility', visible })
    }
  }

  function play(ms: number) {
    if (!playing && Math.floor(media) >= frames) seek(0)
    if (!playing) {
      playing = true
      announce(false)
      see(screen.frame)
      // A busy page hears late that its video moves.
      if (luck() < 0.3 && media + 1000 * perMs * rate < frames) advance(luck() * 1000, false)
      tell({ type: 'moving', rate })
    }
    const until = now + ms
    while (playing && now < until) advance(Math.min(until - now, 4 + luck() * 12))
  }

  /** The screen goes on; the main thread hears of it most of the time. */
  function advance(ms: number, isHeard = luck() < 0.8) {
    now += ms
    media += ms * perMs * rate
    const reached = Math.min(frames - 1, Math.floor(media))
    for (let frame = screen.frame + 1; frame <= reached; frame += 1) see(frame)
    if (screen.frame !== reached) screen = { frame: reached, counted: true }
    if (isHeard) announce(true)
    if (Math.floor(media) >= frames) finish()
  }

  function see(frame: number) {
    if (frame === screen.frame && screen.counted) return
    shown[frame] = (shown[frame] ?? 0) + 1
    screen = { frame, counted: true }
  }

  function finish() {
    if (loop) return seek(0)
    stop()
    tell({ type: 'ended' })
  }

  function pause(ms: number) {
    if (playing) stop()
    now += ms
  }

  /** The last frame is announced before or right after the event, as it happens. */
  function stop() {
    playing = false
    if (luck() < 0.5) announce(true)
    tell({ type: 'stopped' })
    now += luck() * 20
    announce(false)
  }

  function stall(ms: number) {
    announce(true)
    tell({ type: 'stopped' })
    now += ms
    tell({ type: 'moving', rate })
  }

  function seek(to: number) {
    // Late news of a frame beside the target, or of one that went past it before anyone heard, cannot
    // be told from news of the target, by anyone.
    const heard = Math.min(announced, screen.frame)
    const isAmbiguous = to > heard - 4 && to < screen.frame + 4
    if (isAmbiguous || luck() < 0.5) announce(playing)
    tell({ type: 'seeking', to })
    now += luck() * 20
    announce(luck() < 0.5 && playing)
    now += luck() * 200
    media = to + 0.5
    screen = { frame: to, counted: false }
    announced = -1
    if (luck() < 0.5) announce(false)
    if (!playing) return announce(false)
    see(to)
    // A video plays on from its target before a busy page hears that it is there.
    if (luck() < 0.3 && media + 1000 * perMs * rate < frames) {
      announce(false)
      advance(luck() * 1000)
    }
    if (luck() < 0.5) {
      tell({ type: 'moving', rate })
      announce(true)
    } else {
      announce(true)
      tell({ type: 'moving', rate })
    }
  }
}

/** Numbers 0..1 that are the same for the same seed (mulberry32). */
function throwDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
