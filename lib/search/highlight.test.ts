import fc from 'fast-check'
import { expect, it } from 'vitest'
import { highlightExcerpt, highlightTerms, type TextPart } from './highlight.ts'
import { termsOf } from './tokenize.ts'

const write = (parts: TextPart[]) =>
  parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')

it('ignores case, accents and apostrophes', () => {
  const text = 'The CAFÉ, and don’t “stop”! 4K'
  expect(termsOf(text)).toEqual(['the', 'cafe', 'and', 'dont', 'stop', '4k'])
  expect(termsOf('嵐の前の光')).toContain('光')
})

it('highlights whole words', () => {
  const found = new Set(['storm', 'cafe'])
  expect(write(highlightTerms('Storms? The Storm at the Café.', found))).toBe(
    'Storms? The [Storm] at the [Café].',
  )
  expect(highlightTerms('', found)).toEqual([])
})

it('cuts a long text around the first match', () => {
  const text = `${'before '.repeat(40)}the storm ${'after '.repeat(40)}`.trim()
  const excerpt = write(highlightExcerpt(text, new Set(['storm']), 100))
  expect(excerpt).toMatch(/^… before .*\[storm\] after .* …$/)
  expect(excerpt.length).toBeLessThan(115)
  expect(write(highlightExcerpt('the storm', new Set(['storm']), 100))).toBe('the [storm]')
})

it('the parts joined are the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const found = new Set(termsOf(text).filter((_, i) => i % 2 === 0))
      expect(
        highlightTerms(text, found)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
