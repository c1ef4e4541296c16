import { CaptionsForm } from '#components/studio/captionsAndChapters/CaptionsForm.tsx'
import { ChaptersForm } from '#components/studio/captionsAndChapters/ChaptersForm.tsx'
import { writeChapters } from '#lib/videos/chaptersText.ts'
import { hostFacts } from '#lib/videos/hosts/hostFacts.ts'
import type { Video } from '#lib/videos/video.ts'
import {
  addCaptionsToVideo,
  removeCaptionsOfVideo,
  saveChapters,
} from './captionsAndChaptersActions.ts'

/** The forms for a video's chapters and captions. */
export function CaptionsAndChapters({ video }: { video: Video }) {
  const { id, host, captions, chapters, fps } = video
  return (
    <div className="mt-12 grid grid-cols-1 gap-x-8 gap-y-12 md:grid-cols-2">
      <section aria-labelledby="chapters" className="flex flex-col gap-4">
        <h2 id="chapters" className="font-medium">
          Chapters
        </h2>
        <ChaptersForm videoId={id} text={writeChapters(chapters, fps)} save={saveChapters} />
      </section>
      {hostFacts[host].supportsOurCaptions ? (
        <section aria-labelledby="captions" className="flex flex-col gap-4">
          <h2 id="captions" className="font-medium">
            Captions
          </h2>
          <CaptionsForm
            videoId={id}
            captions={captions}
            add={addCaptionsToVideo}
            remove={removeCaptionsOfVideo}
          />
        </section>
      ) : null}
    </div>
  )
}
