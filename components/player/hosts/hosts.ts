import type { Host } from '#lib/videos/video.ts'
import { file } from './file.tsx'
import { hls } from './hls.tsx'
import type { HostPlayer } from './host.ts'

/** Every host whose films can be played here. Mux is HLS at an address of Mux's. */
export const hosts: Partial<Record<Host, HostPlayer>> = { file, hls, mux: hls }
