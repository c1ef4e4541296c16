import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Colour = [lightness: number, chroma: number, hue: number]

const css = readFileSync(new URL('./globals.css', import.meta.url), 'utf8')
const [dark, light] = [...css.matchAll(/color-scheme: \w+;([^}]+)\}/g)].map((block) =>
  readTokens(block[1] ?? ''),
)

function readTokens(block: string): Map<string, Colour> {
  const lines = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)
  return new Map([...lines].map(([, name = '', ...parts]) => [name, parts.map(Number) as Colour]))
}

/** Linear sRGB, clipped; the matrices are those of the CSS Color 4 specification. */
function linear([lightness, chroma, hue]: Colour): number[] {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((part) => Math.min(1, Math.max(0, part)))
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = linear(colour)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(tokens: Map<string, Colour> | undefined, one: string, other: string): number {
  const [a, b] = [one, other].map((name) => {
    const colour = tokens?.get(name)
    if (!colour) throw new Error(`no token ${name}`)
    return luminance(colour) + 0.05
  }) as [number, number]
  return Math.max(a, b) / Math.min(a, b)
}

describe.each([
  ['dark', dark],
  ['light', light],
] as const)('%s', (_, tokens) => {
  const surfaces = ['bg', 'raise']
  const words = ['text', 'mute', 'accent-text', 'bad-text']
  test.each(surfaces.flatMap((surface) => words.map((word) => [word, surface] as const)))(
    '%s can be read on %s',
    (word, surface) => expect(contrast(tokens, word, surface)).toBeGreaterThanOrEqual(4.5),
  )

  test.each([
    ['on-accent', 'accent'],
    ['on-bad', 'bad'],
    ['text', 'line'],
  ])('%s can be read on %s', (word, surface) =>
    expect(contrast(tokens, word, surface)).toBeGreaterThanOrEqual(4.5),
  )

  test.each(['accent', 'cool', 'bad', 'edge'])('the mark %s is seen on the page', (mark) =>
    expect(contrast(tokens, mark, 'bg')).toBeGreaterThanOrEqual(3),
  )
})
