/** The frame number in a truth clip: a strip of black and white cells, lowest bit left; in pixels. */
export const frameStrip = {
  bits: 12,
  cell: 40,
  left: 80,
  top: 300,
  width: 640,
  height: 360,
} as const
