/** @returns ms from the request for a page to its last byte. @throws Error unless its status is 200. */
export async function loadPage(port: number, path: string, cookie = ''): Promise<number> {
  const begun = performance.now()
  const headers = { accept: 'text/html', cookie }
  const url = `http://127.0.0.1:${port}${path}`
  const answer = await fetch(url, { headers, redirect: 'manual' })
  await answer.arrayBuffer()
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return performance.now() - begun
}
