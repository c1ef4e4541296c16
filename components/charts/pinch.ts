import { pinched, type View } from './frameView.ts'

type Finger = { at: number; share: number }

/** Tracks up to two fingers; `at` is the position in the video, in frames, where a finger came down. */
export function makePinch() {
  const fingers = new Map<number, Finger>()
  return {
    down(id: number, finger: Finger) {
      fingers.set(id, finger)
    },
    up(id: number) {
      fingers.delete(id)
    },
    /** @returns the new view, or null while fewer than two fingers are down. */
    move(id: number, share: number, frames: number): View | null {
      const finger = fingers.get(id)
      if (!finger) return null
      finger.share = share
      const [a, b] = [...fingers.values()].sort((one, other) => one.at - other.at)
      if (!a || !b) return null
      return pinched([a.at, b.at], [a.share, b.share], frames)
    },
    isOn: () => fingers.size > 1,
  }
}
