import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { sourceFiles, sourcesHash } from './sourcesHash.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sources-'))
  write('app/page.tsx', 'a page')
  write('next.config.ts', 'a setting')
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, text: string) {
  mkdirSync(join(root, dirname(path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

it('stays the same when a file is only touched', () => {
  const before = sourcesHash(root)
  utimesSync(join(root, 'app/page.tsx'), 1, 1)
  expect(sourcesHash(root)).toBe(before)
})

it.each([
  ['app/page.tsx', 'another page'],
  ['lib/new.ts', 'a new file'],
  ['next.config.ts', 'another setting'],
  ['package-lock.json', 'another package'],
])('changes with %s', (path, text) => {
  const before = sourcesHash(root)
  write(path, text)
  expect(sourcesHash(root)).not.toBe(before)
})

it('does not change with files that are not built', () => {
  write('lib/some.test.ts', 'a test')
  write('db/embedded/target/jars/some.jar', 'a jar')
  write('tsconfig.tsbuildinfo', 'what the compiler noted')
  write('README.md', 'words')
  write('e2e/some.spec.ts', 'a flow')
  expect(sourceFiles(root)).toEqual(['app/page.tsx', 'next.config.ts'])
})
