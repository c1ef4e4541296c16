import type { NextConfig } from 'next'
import { SECURITY_HEADERS } from './lib/server/securityHeaders.ts'

const config: NextConfig = {
  poweredByHeader: false,
  // Bundled, the driver's error names are minified and the native module is lost.
  serverExternalPackages: ['cassandra-driver', 'argon2', 'pino', '@aws-sdk/lib-storage'],
  reactStrictMode: true,
  distDir: process.env.NEXT_DIST_DIR || '.next',
  typescript: {
    // `npm test` checks the types, tests included; a build need not repeat it.
    ignoreBuildErrors: true,
    // Next adds each build folder to a tsconfig that extends none; this one extends.
    tsconfigPath: 'tsconfig.build.json',
  },
  // Both are our own origins; without this `next dev` serves its scripts to localhost only.
  allowedDevOrigins: ['127.0.0.1'],
  // Nothing here uses Next's image optimizer: off, so that it accepts no requests.
  images: { unoptimized: true },
  // Keeps tokens in links and form data out of the log.
  logging: {
    serverFunctions: false,
    incomingRequests: { ignore: [/^\/(verify|reset|new-email|undo-email|invited)\?/] },
  },
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    // Also as a header: preloads are sent before the page's <meta> is parsed.
    {
      source: '/:page(verify|reset|new-email|undo-email|invited)',
      headers: [{ key: 'Referrer-Policy', value: 'strict-origin' }],
    },
  ],
}

export default config
