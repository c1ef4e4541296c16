'use client'

import { useState } from 'react'

type Props = { svg: string; file: string }

/** The browser draws the SVG at twice its size and keeps it as a PNG. */
export function SaveAsPng({ svg, file }: Props) {
  const [failed, setFailed] = useState(false)
  const save = () => {
    drawn(svg).then(
      (url) => {
        setFailed(false)
        Object.assign(document.createElement('a'), { href: url, download: file }).click()
        URL.revokeObjectURL(url)
      },
      () => setFailed(true),
    )
  }
  return (
    <>
      <button type="button" className="link" onClick={save}>
        PNG
      </button>
      <span role="status" className="ml-2 text-bad-text">
        {failed ? 'It could not be drawn.' : ''}
      </span>
    </>
  )
}

async function drawn(svg: string): Promise<string> {
  const picture = new Image()
  picture.src = svg
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = picture.naturalWidth * 2
  canvas.height = picture.naturalHeight * 2
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('The canvas gave no picture')
  return URL.createObjectURL(blob)
}
