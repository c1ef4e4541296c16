import type { Host } from '#lib/videos/video.ts'
import { file } from './file.tsx'
import type { HostPlayer } from './host.ts'

/** Every host whose films can be played here. */
export const hosts: Partial<Record<Host, HostPlayer>> = { file }
