import { PlaceholderScene } from './PlaceholderScene.tsx'

type Props = {
  src: string | null
  /** Determines the placeholder that is drawn when there is no poster. */
  seed: string
  className?: string
}

/** A video's poster. Decorative: the title is always beside it. */
export function Poster({ src, seed, className = '' }: Props) {
  const shape = `aspect-video w-full bg-raise object-cover ${className}`
  if (!src) return <PlaceholderScene seed={seed} className={shape} />
  return (
    // biome-ignore lint/performance/noImgElement: the poster needs the session cookie, which the image optimizer does not send
    <img src={src} alt="" width={640} height={360} loading="lazy" className={shape} />
  )
}
