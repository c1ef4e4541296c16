import { mkdirSync, writeFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { join, resolve } from 'node:path'
import { ownOrigins } from '#lib/auth/origin.ts'
import { env } from '#lib/env.ts'
import { hasBucket } from '#lib/media/bucket.ts'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { linkSigningKey } from '#lib/media/signedLink.ts'
import { nginxConfig } from './deploy/nginxConfig.ts'

// npm run deploy:nginx: writes deploy/nginx.conf for this address, data folder and secret.
const file = join('deploy', 'nginx.conf')
const { HOST, PORT } = env()
const config = nginxConfig({
  url: new URL(ownOrigins()[0] ?? ''),
  upstream: `${HOST}:${PORT}`,
  media: hasBucket() ? null : resolve(mediaFolder()),
  key: linkSigningKey(),
  hasIpv6: Object.values(networkInterfaces())
    .flat()
    .some((each) => each?.family === 'IPv6'),
})
mkdirSync('deploy', { recursive: true })
writeFileSync(file, config, { mode: 0o600 })
console.log(
  [
    `Wrote ${file} for ${ownOrigins()[0]}. As root:`,
    `  ln -s ${resolve(file)} /etc/nginx/conf.d/framewise.conf && nginx -t && nginx -s reload`,
    'nginx needs read access to the videos:',
    `  ${resolve(mediaFolder())}`,
    'Start the site with TRUSTED_PROXIES=1, so that it takes client addresses from nginx.',
  ].join('\n'),
)
