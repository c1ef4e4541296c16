/** The limits of `POST /api/watch`, which the client keeps to and the server enforces. */

/** Beacons of one playback are numbered 0..8191. */
export const MAX_BEACONS_PER_PLAYBACK = 8192

export const MAX_BEACONS_PER_REQUEST = 20
export const MAX_SEGMENTS_PER_BEACON = 100
export const MAX_BODY_BYTES = 32 * 1024
export const MAX_TOKEN_CHARS = 512

/** Playback rates of a segment, both inclusive. */
export const MIN_RATE = 0.25
export const MAX_RATE = 4
