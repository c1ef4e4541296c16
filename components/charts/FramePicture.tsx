'use client'

import { useEffect, useRef } from 'react'
import { useCursorState } from './CursorProvider.tsx'

/** The picture of the cursor's frame, small, as the film shows it as soon as it has arrived there. */
export function FramePicture() {
  const canvas = useRef<HTMLCanvasElement>(null)
  const film = useCursorState('film')
  useEffect(() => {
    if (!film) return
    const draw = () => {
      const { current } = canvas
      if (!current || film.videoWidth === 0) return
      current.height = Math.round((current.width * film.videoHeight) / film.videoWidth)
      current.getContext('2d')?.drawImage(film, 0, 0, current.width, current.height)
    }
    draw()
    const ending = new AbortController()
    for (const event of ['seeked', 'timeupdate', 'loadeddata'])
      film.addEventListener(event, draw, { signal: ending.signal })
    return () => ending.abort()
  }, [film])
  if (!film) return null
  return (
    <canvas ref={canvas} width={160} height={90} className="w-24 self-start rounded-sm sm:w-32" />
  )
}
