'use client'

import { useEffect, useRef } from 'react'
import { useCursorState } from './CursorProvider.tsx'

/** A thumbnail of the cursor's frame, drawn each time the video element has arrived at a frame. */
export function FramePicture() {
  const canvas = useRef<HTMLCanvasElement>(null)
  const element = useCursorState('element')
  useEffect(() => {
    if (!element) return
    const draw = () => {
      const { current } = canvas
      if (!current || element.videoWidth === 0) return
      current.height = Math.round((current.width * element.videoHeight) / element.videoWidth)
      current.getContext('2d')?.drawImage(element, 0, 0, current.width, current.height)
    }
    draw()
    const ending = new AbortController()
    for (const event of ['seeked', 'timeupdate', 'loadeddata'])
      element.addEventListener(event, draw, { signal: ending.signal })
    return () => ending.abort()
  }, [element])
  if (!element) return null
  return (
    <canvas ref={canvas} width={160} height={90} className="w-24 self-start rounded-sm sm:w-32" />
  )
}
