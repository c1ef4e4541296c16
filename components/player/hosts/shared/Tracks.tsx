/** A WebVTT file with captions, or with the thumbnails of the scrubber. */
export type TextTrack = {
  kind: 'captions' | 'metadata'
  src: string
  /** Shown in the menu of captions; media-chrome looks for `thumbnails`. */
  label: string
  language?: string
}

/** Only for a `<video>` in our page: players of hosts bring their own. */
export function Tracks({ tracks }: { tracks: TextTrack[] }) {
  return tracks.map(({ kind, src, label, language }) => (
    // Captions are fetched when they are turned on, thumbnails right away.
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
