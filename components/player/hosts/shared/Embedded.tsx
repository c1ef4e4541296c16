import { createElement, useEffect, useImperativeHandle, useRef } from 'react'
import type { MediaProps } from '#components/player/hosts/host.ts'

type Props = MediaProps & {
  /** A custom element that speaks as a `<video>` does, around a player of the host's own. */
  tag: string
  /** Brings the element to life. */
  define: () => Promise<unknown>
  /** The wishes that this host's player understands; `start` in seconds. */
  configure: (start: number) => Record<string, unknown>
}

/**
 * A video in its host's own player, behind an element that is in the page from the beginning. Its
 * code comes after the page has come to life, and gets its source when it knows our wishes.
 */
export function Embedded({ tag, define, configure, ref, ...video }: Props) {
  const element = useRef<HTMLElement>(null)
  useImperativeHandle(ref, () => element.current as HTMLVideoElement)
  const { src, title, controls, startFrame, fps } = video
  const start = (startFrame * fps.den) / fps.num

  useEffect(() => {
    const showing = new AbortController()
    const media = element.current
    define().then(() => {
      if (!media || showing.signal.aborted) return
      Object.assign(media, { config: configure(start) })
      media.setAttribute('src', src)
    })
    return () => {
      showing.abort()
      media?.removeAttribute('src')
    }
  }, [define, configure, src, start])

  return createElement(tag, {
    ref: element,
    slot: 'media',
    'data-media': '',
    'aria-label': title,
    controls: controls ? '' : undefined,
    playsinline: '',
    className: 'size-full',
  })
}
