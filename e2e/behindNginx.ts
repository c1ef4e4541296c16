import { resolve } from 'node:path'
import { freePorts } from '#db/embedded/ports.ts'
import { mediaFolder } from '#lib/media/mediaFile.ts'
import { linkSigningKey } from '#lib/media/signedLink.ts'
import { startNginx } from '#testing/nginx.ts'
import { nginxConfig } from '../scripts/deploy/nginxConfig.ts'
import { startOwnServer } from './security/ownServer.ts'

/** Starts another server of the site with nginx in front of it. */
export async function startBehindNginx() {
  const [port = 0, behind = 0] = await freePorts(2)
  const url = `http://127.0.0.1:${port}`
  const environment = { PORT: `${behind}`, TRUSTED_PROXIES: '1' }
  const server = await startOwnServer(environment, { origin: url })
  const stopNginx = await startNginx(
    nginxConfig({
      url: new URL(url),
      upstream: `127.0.0.1:${behind}`,
      media: resolve(mediaFolder()),
      key: linkSigningKey(),
      hasIpv6: false,
    }),
    port,
  )
  return {
    url,
    async stop() {
      await stopNginx()
      await server.stop()
    },
  }
}
