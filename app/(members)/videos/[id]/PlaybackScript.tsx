import type { PlaybackPage } from '#lib/watch/protocol/playbackPage.ts'

/** The playback as JSON for the player. `<` is escaped, so that no value can end the script. */
export function PlaybackScript({ page }: { page: PlaybackPage }) {
  const json = JSON.stringify(page).replaceAll('<', '\\u003c')
  return (
    <script
      id="playback"
      type="application/json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with `<` escaped
      dangerouslySetInnerHTML={{ __html: json }}
    />
  )
}
