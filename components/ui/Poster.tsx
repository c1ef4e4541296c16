import { PlaceholderScene } from './PlaceholderScene.tsx'

type Props = {
  src: string | null
  /** What stands in where there is no picture is drawn from this. */
  seed: string
  className?: string
}

/** A video's picture. The title stands beside it, so it says nothing itself. */
export function Poster({ src, seed, className = '' }: Props) {
  const shape = `aspect-video w-full bg-raise object-cover ${className}`
  if (!src) return <PlaceholderScene seed={seed} className={shape} />
  return (
    // biome-ignore lint/performance/noImgElement: the picture is behind the log-in; the optimizer asks without its cookie
    <img src={src} alt="" width={640} height={360} loading="lazy" className={shape} />
  )
}
