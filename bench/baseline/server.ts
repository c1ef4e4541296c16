import { setLanes } from '#lib/watch/log/lanes.ts'
import { oneExecuteLanes } from './oneExecuteLanes.ts'

/** The production server with one `execute` a beacon, for the server's copy of the code and Next's. */
setLanes(oneExecuteLanes())
await import('../../server.ts')
