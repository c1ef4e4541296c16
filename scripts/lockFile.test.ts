import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Package = { optionalDependencies?: Record<string, string> }

/*
 * A registry that does not serve the binaries of every platform makes npm leave them out of the
 * lock file without a word, and `npm ci` then refuses it everywhere.
 */
it('locks the optional binaries of every platform', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const packages: Record<string, Package> = lock.packages
  const names = Object.keys(packages).map((path) => path.split('node_modules/').at(-1))
  const wanted = Object.values(packages).flatMap((each) =>
    Object.keys(each.optionalDependencies ?? {}),
  )
  expect(wanted.length).toBeGreaterThan(20)
  expect(wanted.filter((name) => !names.includes(name))).toEqual([])
})
