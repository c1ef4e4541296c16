import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'

/** The playback as data beside the player. `<` is escaped: no title or token can end the script. */
export function PlaybackScript({ page }: { page: PlaybackPage }) {
  const json = JSON.stringify(page).replaceAll('<', '\\u003c')
  return (
    <script
      id="playback"
      type="application/json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON, with what could end it escaped
      dangerouslySetInnerHTML={{ __html: json }}
    />
  )
}
