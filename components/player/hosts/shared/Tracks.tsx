/** Texts beside a video: captions to choose from, or the small pictures of its scrubber. */
export type TextTrack = {
  kind: 'captions' | 'metadata'
  src: string
  /** What people choose by; media-chrome looks for `thumbnails`. */
  label: string
  language?: string
}

/** For a `<video>`, which shows them itself; hosts with players of their own have their own. */
export function Tracks({ tracks }: { tracks: TextTrack[] }) {
  return tracks.map(({ kind, src, label, language }) => (
    // Only what nobody sees is fetched before somebody asks for it.
    <track
      key={src}
      kind={kind}
      src={src}
      label={label}
      srcLang={language}
      default={kind === 'metadata'}
    />
  ))
}
