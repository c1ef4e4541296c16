/** Where a truth clip carries its frame number: a strip of black and white cells, lowest bit left. */
export const strip = { bits: 12, cell: 40, left: 80, top: 300, width: 640, height: 360 } as const
