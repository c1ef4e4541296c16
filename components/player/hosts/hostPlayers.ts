import type { Host } from '#lib/videos/hosts/hostFacts.ts'
import { file } from './file/file.tsx'
import { hls } from './hls/hls.tsx'
import type { HostPlayer } from './host.ts'
import { mux } from './mux/mux.tsx'
import { vimeo } from './vimeo/vimeo.tsx'
import { wistia } from './wistia/wistia.tsx'
import { youtube } from './youtube/youtube.tsx'

/** The player of every host, one line each. How to add one: `lib/videos/hosts/hostFacts.ts`. */
export const hostPlayers: Record<Host, HostPlayer> = { youtube, vimeo, wistia, mux, file, hls }
