import type { IncomingMessage, ServerResponse } from 'node:http'
import { wantsPage } from './requestKind.ts'

const RETRY_SECONDS = '5'

/** Self-contained: no script, style sheet or font. Reloads itself until the site is back. */
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${RETRY_SECONDS}">
<title>Back in a moment · Framewise</title>
<style>
:root { color-scheme: light dark }
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 20vh auto; padding: 0 1.5rem }
h1 { font-size: 1.5rem; line-height: 1.3 }
</style>
</head>
<body>
<main>
<h1>The database does not answer</h1>
<p>The site cannot show this page without it. You are still logged in, and nothing you watched is
lost. This page tries again by itself every ${RETRY_SECONDS} seconds.</p>
</main>
</body>
</html>
`

/** Answers 503: with an HTML page to browsers, with a JSON reason to API clients. */
export function sendMaintenancePage(req: IncomingMessage, res: ServerResponse): void {
  const isPage = wantsPage(req)
  const body = isPage ? PAGE : JSON.stringify({ reason: 'database-away' })
  res.writeHead(503, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    'content-length': Buffer.byteLength(body),
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'retry-after': RETRY_SECONDS,
  })
  res.end(req.method === 'HEAD' ? undefined : body)
}
