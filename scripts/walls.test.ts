import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

/*
 * A file in the wrong room fails the lint. Every case is a file of one import; all of them are written
 * into an otherwise empty tree with the real biome.json, and one run of Biome judges them.
 */

/** The rooms of lib/watch, and the others each may import: see its README. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  protocol: [],
  client: ['protocol'],
  log: ['protocol'],
  aggregate: ['protocol'],
  rollup: ['aggregate', 'log', 'protocol'],
  analytics: ['aggregate', 'log', 'protocol'],
  progress: ['aggregate', 'analytics', 'log', 'protocol'],
  ingest: ['aggregate', 'log', 'progress', 'protocol'],
}
const room = (name: string) => `lib/watch/${name}`
const ROOMS = Object.keys(MAY_IMPORT)
const BROWSER_ROOMS = ['protocol', 'client', 'aggregate'].map(room)
const PRODUCT = ['app', 'components', 'lib', 'db', 'emails', '.', ...ROOMS.map(room)]

/** A file of one import: where it is, what it imports, and whether the linter must refuse it. */
type Case = { folder: string; from: string; name?: string; isRefused: boolean }

const refused = (folders: readonly string[], from: readonly string[], name?: string): Case[] =>
  folders.flatMap((folder) => from.map((each) => ({ folder, from: each, name, isRefused: true })))
const allowed = (...args: Parameters<typeof refused>): Case[] =>
  refused(...args).map((each) => ({ ...each, isRefused: false }))

const cases: Record<string, Case[]> = {
  'each room of lib/watch imports only the rooms below it': ROOMS.flatMap((name) => {
    const others = ROOMS.filter((other) => other !== name)
    const [below, above] = [true, false].map((isBelow) =>
      others.filter((other) => MAY_IMPORT[name]?.includes(other) === isBelow),
    )
    const fileOf = (other: string) => `#${room(other)}/x.ts`
    return [
      ...allowed([room(name)], [...(below ?? []).map(fileOf), './x.ts']),
      ...refused([room(name)], (above ?? []).map(fileOf)),
    ]
  }),
  'rooms that run in browsers import neither the database nor Node nor Next': [
    ...refused(BROWSER_ROOMS, ['#db/users.ts', 'node:fs', 'node:fs/promises', 'next/headers']),
    ...refused(BROWSER_ROOMS, ['cassandra-driver', '#emails/welcome.tsx', '#lib/env.ts']),
    ...refused([room('client')], ['react']),
    ...allowed(BROWSER_ROOMS, ['#lib/videos/video.ts']),
    ...allowed([room('log'), room('rollup')], ['#db/users.ts', 'node:fs']),
  ],
  'aggregate/ imports the types of two rows, and no function of their files': [
    ...allowed([room('aggregate')], ['#db/viewerVideo.ts'], 'ViewerRow'),
    ...refused([room('aggregate')], ['#db/viewerVideo.ts'], 'readViewerRow'),
    ...allowed([room('aggregate')], ['#db/videoCurve.ts'], 'CurveHeader'),
    ...refused([room('aggregate')], ['#db/videoCurve.ts'], 'writeCurve'),
  ],
  'components import only the browser-safe parts of lib/watch': [
    ...allowed(['components/player'], ['#lib/watch/client/x.ts', '#lib/watch/protocol/x.ts']),
    ...allowed(['components/charts'], ['#lib/watch/aggregate/runs.ts']),
    ...refused(
      ['components', 'components/player'],
      ['log', 'rollup', 'ingest', 'analytics', 'progress', 'aggregate'].map(
        (name) => `#${room(name)}/x.ts`,
      ),
    ),
    ...allowed(['components/charts'], ['#lib/watch/analytics/viewersPage.ts'], 'PageViewer'),
    ...refused(['components/charts'], ['#lib/watch/analytics/viewersPage.ts'], 'readViewersPage'),
    ...refused(['components'], ['#lib/watch/service.ts', '#db/users.ts', '#app/layout.tsx']),
  ],
  'the layers of the product import downwards': [
    ...refused(['app'], ['#db/users.ts', '#emails/welcome.tsx', 'cassandra-driver']),
    ...refused(['lib', ...ROOMS.map(room)], ['#app/layout.tsx', '#components/ui/Button.tsx']),
    ...refused(['lib', ...ROOMS.map(room)], ['cassandra-driver']),
    ...refused(['db'], ['#lib/members/member.ts', '#app/layout.tsx', '#emails/x.tsx', 'react']),
    ...refused(['emails'], ['#lib/env.ts', '#db/users.ts', '#components/ui/Button.tsx']),
    ...allowed(['app'], ['#lib/env.ts', '#components/ui/Button.tsx']),
    ...allowed(['lib'], ['#db/users.ts', '#emails/welcome.tsx']),
    ...allowed(['db'], ['#lib/env.ts', 'cassandra-driver']),
  ],
  'the product does not import the test kit': [
    ...refused(PRODUCT, ['#testing/people.ts', '#testing/simulator/simulation.ts']),
    ...refused(['.'], ['./testing/people.ts']),
    ...allowed(['scripts', 'bench', 'faults', 'e2e'], ['#testing/people.ts']),
  ],
  'no folder of the product is imported by a path that leaves the own one': [
    ...refused(['app', 'components', 'lib', 'db', 'emails'], ['../testing/people.ts', '../x.ts']),
    ...refused(ROOMS.map(room), ['../log/x.ts', '../../../db/users.ts']),
    ...refused(['app/api', 'components/ui', 'db/embedded'], ['../x.ts', '../../lib/env.ts']),
  ],
  'the test kit, scripts, e2e, bench and faults import one another in one direction': [
    ...refused(['testing'], ['../scripts/x.ts', '../e2e/x.ts', '../bench/x.ts', '../faults/x.ts']),
    ...refused(
      ['testing/simulator'],
      ['../../scripts/run/x.ts', '../../e2e/x.ts', '../../bench/x.ts', '../../faults/x.ts'],
    ),
    ...refused(['scripts'], ['../e2e/x.ts', '../bench/x.ts', '../faults/x.ts']),
    ...refused(['scripts/demo'], ['../../e2e/x.ts', '../../bench/x.ts', '../../faults/x.ts']),
    ...refused(['e2e'], ['../bench/x.ts', '../faults/x.ts']),
    ...refused(['bench/measures'], ['../../e2e/x.ts', '../../faults/x.ts']),
    ...refused(['faults'], ['../e2e/x.ts', '../bench/x.ts']),
    ...allowed(['e2e', 'bench', 'faults'], ['../scripts/run/startServer.ts']),
  ],
}

/** The same import in the other forms of the language. */
const forms = {
  'type.ts': "import type { User } from '#db/users.ts'\n\nexport type Same = User\n",
  'exportFrom.ts': "export { readUser } from '#db/users.ts'\n",
  'exportAll.ts': "export * from '#db/users.ts'\n",
  'dynamic.ts': "export const users = () => import('#db/users.ts')\n",
}

const circle = {
  'lib/watch/log/one.ts': "import { two } from './two.ts'\n\nexport const one = () => two\n",
  'lib/watch/log/two.ts': "import { one } from './one.ts'\n\nexport const two = () => one\n",
  'lib/videos/three.ts':
    "import type { Four } from '#lib/media/four.ts'\n\nexport type Three = Four\n",
  'lib/media/four.ts':
    "import type { Three } from '#lib/videos/three.ts'\n\nexport type Four = Three | 4\n",
  'lib/media/five.ts':
    "import type { Three } from '#lib/videos/three.ts'\n\nexport type Five = Three\n",
}

const RESTRICTED = 'lint/style/noRestrictedImports'
const CYCLE = 'lint/suspicious/noImportCycles'
const BIOME = join('node_modules', '@biomejs', 'biome', 'bin', 'biome')

const root = mkdtempSync(join(tmpdir(), 'framewise-walls-'))
/** By file: the rules that refuse it. */
const refusals = new Map<string, string[]>()
afterAll(() => rmSync(root, { recursive: true, force: true }))

beforeAll(() => {
  for (const name of ['biome.json', 'package.json', '.gitignore'])
    copyFileSync(name, join(root, name))
  for (const [title, all] of Object.entries(cases))
    for (const [number, { from, name = 'x' }] of all.entries())
      write(
        fileOf(title, number),
        `import { ${name} } from '${from}'\n\nexport const used = ${name}\n`,
      )
  for (const [name, text] of Object.entries(forms)) write(join(room('client'), name), text)
  for (const [file, text] of Object.entries(circle)) write(file, text)
  lint()
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

function fileOf(title: string, number: number): string {
  const order = Object.keys(cases).indexOf(title)
  return join(cases[title]?.[number]?.folder ?? '', `wall${order}case${number}.ts`)
}

const describeCase = ({ folder, from, name = 'x', isRefused }: Case) =>
  `${folder} imports ${name} of ${from}: ${isRefused ? 'refused' : 'allowed'}`

function lint(): void {
  const args = [join(process.cwd(), BIOME), 'lint', '--reporter=json', '--max-diagnostics=none']
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  for (const { category, location } of JSON.parse(stdout).diagnostics)
    if ([RESTRICTED, CYCLE].includes(category))
      refusals.set(location.path, [...(refusals.get(location.path) ?? []), category])
}

it.each(Object.keys(cases))('%s', (title) => {
  const all = cases[title] ?? []
  const found = all.map((each, number) => {
    const isRefused = refusals.get(fileOf(title, number))?.includes(RESTRICTED) ?? false
    return describeCase({ ...each, isRefused })
  })
  expect(found).toEqual(all.map(describeCase))
})

it.each(Object.keys(forms))('a wall holds for every form of import: %s', (name) => {
  expect(refusals.get(join(room('client'), name))).toEqual([RESTRICTED])
})

it('no file names a type by import(...), the one form that the walls do not see', () => {
  const sources = ['app', 'components', 'lib', 'db', 'emails'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file)),
  )
  expect(sources.length).toBeGreaterThan(100)
  const typeImport = /typeof import\(|import\('[^']+'\)\.(?!then\b)/
  expect(sources.filter((file) => typeImport.test(readFileSync(file, 'utf8')))).toEqual([])
})

it('files do not import one another in a circle, types included', () => {
  const inCircle = Object.keys(circle).filter((file) => refusals.get(file)?.includes(CYCLE))
  expect(inCircle).toEqual(Object.keys(circle).filter((file) => !file.endsWith('five.ts')))
})
