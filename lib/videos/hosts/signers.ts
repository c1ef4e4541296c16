import type { Host } from './hostFacts.ts'
import { canSignForMux, muxToken } from './mux/muxToken.ts'

/** Signs links to the private videos of one host. */
export type LinkSigner = {
  /** Whether its key is set in the environment. */
  canSign(): boolean
  /**
   * @param now ms since 1970
   * @returns a token for the query of the link; null where no key is set
   */
  token(hostId: string, what: 'video' | 'thumbnail', now: number): string | null
}

/**
 * The hosts with `hasSignedLinks`. Apart from `hosts.ts` because browsers import that one, and
 * signing needs keys and `node:crypto`.
 */
export const signers: Partial<Record<Host, LinkSigner>> = {
  mux: { canSign: canSignForMux, token: muxToken },
}
