import type { BrowserContext } from '@playwright/test'
import type { Host } from '#lib/videos/video.ts'
import type { Clip } from '../clips.ts'
import { answerAsMux } from './mux.ts'
import { answerAsVimeo } from './vimeo.ts'
import { answerAsWistia } from './wistia.ts'
import { answerAsYoutube } from './youtube.ts'

type StandIn = (context: BrowserContext, clip: Clip) => Promise<void>

/**
 * Who answers at the addresses of hosts that are not ours: pages that speak what the host speaks,
 * around a real video. What the host's vendors gave out for other sites to use runs as it is.
 */
export const standIns: Partial<Record<Host, StandIn>> = {
  mux: answerAsMux,
  youtube: answerAsYoutube,
  vimeo: answerAsVimeo,
  wistia: answerAsWistia,
}
