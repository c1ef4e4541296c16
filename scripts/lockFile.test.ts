import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Package = { optionalDependencies?: Record<string, string> }

/*
 * With a registry that does not serve the binaries of every platform, npm silently leaves them out
 * of the lock file, and `npm ci` then fails on every machine.
 */
it('locks the optional binaries of every platform', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const packages: Record<string, Package> = lock.packages
  const names = Object.keys(packages).map((path) => path.split('node_modules/').at(-1))
  const optional = Object.values(packages).flatMap((each) =>
    Object.keys(each.optionalDependencies ?? {}),
  )
  expect(optional.length).toBeGreaterThan(20)
  expect(optional.filter((name) => !names.includes(name))).toEqual([])
})
