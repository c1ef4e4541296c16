import { expect, it } from 'vitest'
import { toTable } from './table.ts'

it('is Markdown with aligned columns', () => {
  const row = { measure: 'm', ours: '1', other: '10', ratio: '10x', target: '>= 9x', isMet: true }
  expect(toTable([row, { ...row, isMet: false }]).split('\n')).toEqual([
    '| measure | here | compared with | ratio | target | met |',
    '| ------- | ---- | ------------- | ----- | ------ | --- |',
    '| m       | 1    | 10            | 10x   | >= 9x  | yes |',
    '| m       | 1    | 10            | 10x   | >= 9x  | NO  |',
  ])
})
