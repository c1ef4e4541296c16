/**
 * Title and picture of a video, as its host publishes them (https://oembed.com). Both are null for a
 * private video, or when the request fails.
 */
export async function readOembed(
  service: string,
  video: string,
): Promise<{ title: string | null; poster: string | null }> {
  try {
    const response = await fetch(`${service}?url=${encodeURIComponent(video)}`)
    const { title, thumbnail_url } = await response.json()
    return { title: textOf(title), poster: textOf(thumbnail_url) }
  } catch {
    return { title: null, poster: null }
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
