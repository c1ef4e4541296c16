import type { BrowserContext } from '@playwright/test'
import type { Host } from '#lib/videos/video.ts'
import type { Clip } from '../clips.ts'
import { answerAsMux } from './mux.ts'
import { answerAsVimeo } from './vimeo.ts'
import { answerAsWistia } from './wistia.ts'
import { answerAsYoutube } from './youtube.ts'

type StandIn = (context: BrowserContext, clip: Clip) => Promise<void>

/**
 * Stand-ins for other hosts, at their addresses: pages that implement the host's protocol around a real
 * video. The hosts' own client libraries run unchanged.
 */
export const standIns: Partial<Record<Host, StandIn>> = {
  mux: answerAsMux,
  youtube: answerAsYoutube,
  vimeo: answerAsVimeo,
  wistia: answerAsWistia,
}
