import type { Host } from '#lib/videos/video.ts'
import { file } from './file.tsx'
import { hls } from './hls.tsx'
import type { HostPlayer } from './host.ts'
import { mux } from './mux.tsx'
import { vimeo } from './vimeo.tsx'
import { wistia } from './wistia.tsx'
import { youtube } from './youtube.tsx'

/** How videos of every host are played. */
export const hosts: Record<Host, HostPlayer> = { file, hls, mux, youtube, vimeo, wistia }
