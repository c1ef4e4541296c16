import { CaptionsForm } from '#components/studio/texts/CaptionsForm.tsx'
import { ChaptersForm } from '#components/studio/texts/ChaptersForm.tsx'
import { writeChapters } from '#lib/videos/chaptersText.ts'
import type { Host, Video } from '#lib/videos/video.ts'
import { giveCaptions, saveChapters, takeCaptionsAway } from './textActions.ts'

/** Hosts with players of their own have captions of their own. */
const OURS = new Set<Host>(['file', 'hls', 'mux'])

/** What there is to read beside a film, and the forms that change it. */
export function FilmTexts({ video }: { video: Video }) {
  const { id, host, captions, chapters, fps } = video
  return (
    <div className="mt-12 grid gap-x-8 gap-y-12 md:grid-cols-2">
      <section aria-labelledby="chapters" className="flex flex-col gap-4">
        <h2 id="chapters" className="font-medium">
          Chapters
        </h2>
        <ChaptersForm videoId={id} text={writeChapters(chapters, fps)} save={saveChapters} />
      </section>
      {OURS.has(host) ? (
        <section aria-labelledby="captions" className="flex flex-col gap-4">
          <h2 id="captions" className="font-medium">
            Captions
          </h2>
          <CaptionsForm
            videoId={id}
            captions={captions}
            give={giveCaptions}
            takeAway={takeCaptionsAway}
          />
        </section>
      ) : null}
    </div>
  )
}
