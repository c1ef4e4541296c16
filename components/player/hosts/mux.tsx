import { hls, PlainVideo } from './hls.tsx'
import type { HostPlayer, MediaProps } from './host.ts'

const load = async () => (await import('./feedMux.ts')).feedMux

/** Mux's own element, less its controls, around a plain `<video>` that is followed as a file is. */
function MuxMedia(props: MediaProps) {
  return (
    <mux-video slot="media" className="size-full">
      <PlainVideo {...props} load={load} />
    </mux-video>
  )
}

export const mux: HostPlayer = { ...hls, Media: MuxMedia }
