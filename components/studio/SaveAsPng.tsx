'use client'

import { useState } from 'react'

type Props = { svg: string; file: string }

/** Renders the SVG in the browser at twice its size and downloads it as a PNG. */
export function SaveAsPng({ svg, file }: Props) {
  const [failed, setFailed] = useState(false)
  const save = () => {
    renderPng(svg).then(
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
        {failed ? 'Could not create the image.' : ''}
      </span>
    </>
  )
}

async function renderPng(svg: string): Promise<string> {
  const image = new Image()
  image.src = svg
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('The canvas returned no image')
  return URL.createObjectURL(blob)
}
