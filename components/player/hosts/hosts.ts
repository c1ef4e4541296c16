import type { Host } from '#lib/videos/video.ts'
import { file } from './file.tsx'
import { hls } from './hls.tsx'
import type { HostPlayer } from './host.ts'
import { vimeo } from './vimeo.tsx'
import { wistia } from './wistia.tsx'
import { youtube } from './youtube.tsx'

/** How films of every host are played. Mux is HLS at an address of Mux's. */
export const hosts: Record<Host, HostPlayer> = { file, hls, mux: hls, youtube, vimeo, wistia }
