import type { Lanes } from '#lib/watch/log/lanes.ts'
import { oneExecuteLanes } from './oneExecuteLanes.ts'

/*
 * The production server with one `execute` a beacon. A process has one set of lanes, on globalThis,
 * for the server's copy of the code and for Next's: whoever is there first has made them.
 */
const scope = globalThis as { framewiseLanes?: Promise<Lanes> }
scope.framewiseLanes = oneExecuteLanes()
await import('../../server.ts')
