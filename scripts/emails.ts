import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { linkOrigin } from '#lib/auth/origin.ts'
import { env } from '#lib/env.ts'
import { registerTsxLoader } from './run/registerTsxLoader.ts'

// npm run emails: writes a preview page of every mail of the site, with subject and plain text.
registerTsxLoader()
const { sampleMails } = await import('#lib/mail/sampleMails.ts')

const folder = resolve(env().DATA_DIR, 'emails')
mkdirSync(folder, { recursive: true })
const ada = { name: 'Ada Morgan', email: 'ada@example.org', origin: linkOrigin(undefined) }
const entries: string[] = []
for (const [name, write] of Object.entries(sampleMails(ada))) {
  const { subject, html, text } = await write()
  writeFileSync(join(folder, `${name}.html`), html)
  entries.push(
    `<article><h2>${subject}</h2><p>${name} · ${subject.length} characters</p>` +
      `<iframe title="${subject}" src="${name}.html"></iframe><pre>${escaped(text)}</pre></article>`,
  )
}
const index = join(folder, 'index.html')
writeFileSync(index, page(entries))
console.log(`${entries.length} mails: ${pathToFileURL(index)}`)

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function page(articles: string[]): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Mails of the site</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem }
article { display: grid; gap: 1rem; grid-template-columns: 34rem minmax(0, 1fr); margin-bottom: 4rem }
h2, p { grid-column: 1 / -1; margin: 0 }
iframe { border: 1px solid #ccc; height: 34rem; width: 100% }
pre { margin: 0; white-space: pre-wrap }
@media (max-width: 60rem) { article { grid-template-columns: minmax(0, 1fr) } }
</style>
${articles.join('\n')}
`
}
