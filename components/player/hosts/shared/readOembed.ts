/**
 * Title and picture of a video as its host tells any site that asks (https://oembed.com). Of a
 * private video it tells nothing.
 */
export async function readOembed(
  service: string,
  video: string,
): Promise<{ title: string | null; poster: string | null }> {
  try {
    const answer = await fetch(`${service}?url=${encodeURIComponent(video)}`)
    const { title, thumbnail_url } = await answer.json()
    return { title: textOf(title), poster: textOf(thumbnail_url) }
  } catch {
    return { title: null, poster: null }
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
