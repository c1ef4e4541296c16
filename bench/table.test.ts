import { expect, it } from 'vitest'
import { toTable } from './table.ts'

it('is Markdown whose columns stand below each other', () => {
  const line = { measure: 'm', ours: '1', other: '10', ratio: '10x', reach: '>= 9x', reached: true }
  expect(toTable([line, { ...line, reached: false }]).split('\n')).toEqual([
    '| measure | here | compared with | ratio | reach | reached |',
    '| ------- | ---- | ------------- | ----- | ----- | ------- |',
    '| m       | 1    | 10            | 10x   | >= 9x | yes     |',
    '| m       | 1    | 10            | 10x   | >= 9x | NO      |',
  ])
})
