import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // Bundled, the driver's error names are minified and the native module is lost.
  serverExternalPackages: ['cassandra-driver', 'argon2', 'pino'],
  reactStrictMode: true,
  // Both are our own origins; without this `next dev` gives its scripts to localhost only.
  allowedDevOrigins: ['127.0.0.1'],
  // Tokens in links and what is typed into forms do not belong in a log.
  logging: { serverFunctions: false, incomingRequests: { ignore: [/^\/(verify|reset)\?/] } },
  // In the header, too: preloads leave before the page's own <meta> is read.
  headers: async () => [
    {
      source: '/:page(verify|reset)',
      headers: [{ key: 'Referrer-Policy', value: 'strict-origin' }],
    },
  ],
}

export default config
