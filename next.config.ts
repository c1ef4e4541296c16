import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // Bundled, the driver's error names are minified and the native module is lost.
  serverExternalPackages: ['cassandra-driver', 'argon2', 'pino'],
  reactStrictMode: true,
}

export default config
