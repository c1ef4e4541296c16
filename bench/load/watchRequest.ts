import type { WireBeacon } from '#lib/watch/protocol/beacon.ts'

/** `POST /api/watch` as a browser sends it, to a site on this port of 127.0.0.1. */
export function watchRequest(
  port: number,
  cookie: string,
  token: string,
  beacons: readonly WireBeacon[],
): string {
  const body = JSON.stringify({ token, beacons })
  return (
    `POST /api/watch HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\norigin: http://127.0.0.1:${port}\r\n` +
    'user-agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140\r\n' +
    'accept: */*\r\nsec-fetch-site: same-origin\r\nsec-fetch-mode: cors\r\n' +
    `content-type: application/json\r\ncontent-length: ${body.length}\r\ncookie: ${cookie}\r\n\r\n${body}`
  )
}
