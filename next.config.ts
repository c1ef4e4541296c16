import type { NextConfig } from 'next'
import { SECURITY_HEADERS } from './lib/server/securityHeaders.ts'

const config: NextConfig = {
  poweredByHeader: false,
  // Bundled, the driver's error names are minified and the native module is lost.
  serverExternalPackages: ['cassandra-driver', 'argon2', 'pino', '@aws-sdk/lib-storage'],
  reactStrictMode: true,
  distDir: process.env.NEXT_DIST_DIR || '.next',
  typescript: {
    // `npm test` checks the types, tests included; a start need not wait for it.
    ignoreBuildErrors: true,
    // Next writes its folders into a tsconfig that extends none, a new one for each build folder.
    tsconfigPath: 'tsconfig.build.json',
  },
  // Both are our own origins; without this `next dev` gives its scripts to localhost only.
  allowedDevOrigins: ['127.0.0.1'],
  // Nothing here uses Next's image optimizer, and what is not there cannot be asked to work.
  images: { unoptimized: true },
  // Tokens in links and what is typed into forms do not belong in a log.
  logging: {
    serverFunctions: false,
    incomingRequests: { ignore: [/^\/(verify|reset|new-email|undo-email|invited)\?/] },
  },
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    // In the header, too: preloads leave before the page's own <meta> is read.
    {
      source: '/:page(verify|reset|new-email|undo-email|invited)',
      headers: [{ key: 'Referrer-Policy', value: 'strict-origin' }],
    },
  ],
}

export default config
