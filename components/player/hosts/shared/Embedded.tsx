import { createElement, useEffect, useImperativeHandle, useRef } from 'react'
import type { MediaProps } from '#components/player/hosts/host.ts'

type Props = MediaProps & {
  /** A custom element with the interface of a `<video>` that wraps the host's own player. */
  tag: string
  /** Loads the code that defines the element. */
  define: () => Promise<unknown>
  /** Options for the host's player; `startSeconds` is where it is until it is played. */
  configure: (startSeconds: number) => Record<string, unknown>
}

/**
 * A video in its host's own player. The element is part of the page's HTML; its code is loaded after
 * hydration, and it gets its source together with the options of its player.
 */
export function Embedded({ tag, define, configure, ref, ...video }: Props) {
  const element = useRef<HTMLElement>(null)
  useImperativeHandle(ref, () => element.current as HTMLVideoElement)
  const { src, title, controls, startFrame, fps } = video
  const startSeconds = (startFrame * fps.den) / fps.num

  useEffect(() => {
    const mounted = new AbortController()
    const media = element.current
    define().then(() => {
      if (!media || mounted.signal.aborted) return
      Object.assign(media, { config: configure(startSeconds) })
      media.setAttribute('src', src)
    })
    return () => {
      mounted.abort()
      media?.removeAttribute('src')
    }
  }, [define, configure, src, startSeconds])

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
