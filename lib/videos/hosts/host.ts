import type { LinkRead, PastedUrl } from './linkRead.ts'

/** Whether frames are read off the picture, or worked out from the player's clock. */
export type Precision = 'exact' | 'estimated'

/** The origins a page has to allow in its content policy before it can show videos of a host. */
export type Origins = {
  scripts: string[]
  frames: string[]
  /** For fetch and the like. */
  requests: string[]
  media: string[]
  images: string[]
}

/**
 * Everything about a host except its player, which is a `HostPlayer` of `components/player/hosts`. To
 * add a host: `hostFacts.ts`.
 * Browser-safe.
 */
export type HostFacts = {
  /** As people write it. */
  name: string
  precision: Precision
  /**
   * The largest error measured at the end of a segment, in frames at 30 a second:
   * `docs/precision.md`.
   */
  endErrorFrames: number
  /** Whether our captions can be shown with its videos; hosts' own players show their own. */
  supportsOurCaptions: boolean
  /** Origins needed besides our own. */
  origins: Partial<Origins>
  /**
   * Own files below `DATA_DIR/media`: `one` plays from a single file, `folder` from all files of
   * the folder that holds the one named. Undefined where the host stores the video.
   */
  ownFiles?: 'one' | 'folder'
  /** Whether it has private videos whose links we sign; `signers.ts` then has its signer. */
  hasSignedLinks?: boolean
  /**
   * The address its player plays a video from, without a signature.
   * @param hostKey the second part of the video's name, where the host has one
   */
  address(hostId: string, hostKey: string | null): string
  /** The address of a video's picture, where it follows from the id. */
  posterAddress?(hostId: string): string
  /** Reads an http or https address. @returns null when it is not one of this host */
  readUrl(pasted: PastedUrl): LinkRead | null
  /** Reads an id without its address, or a path. @returns null when it is not one of this host */
  readId(text: string): LinkRead | null
  /** Reads embed code that is not an iframe. @returns null when it is not of this host */
  readEmbedCode?(html: string): LinkRead | null
}
