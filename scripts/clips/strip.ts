/** Where a truth clip carries its frame number: a strip of black and white cells, lowest bit left. */
export const strip = { bits: 12, cell: 40, left: 80, top: 300, width: 640, height: 360 } as const

/**
 * Reads the frame number off a truth clip's picture.
 * @param lightAt brightness 0..255 of the picture at a point, in the clip's own 640 x 360 pixels
 */
export function readStrip(lightAt: (x: number, y: number) => number): number {
  let frame = 0
  for (let bit = 0; bit < strip.bits; bit += 1) {
    const x = strip.left + (bit + 0.5) * strip.cell
    if (lightAt(x, strip.top + strip.cell / 2) > 127) frame += 2 ** bit
  }
  return frame
}
