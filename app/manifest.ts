import type { MetadataRoute } from 'next'

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/videos',
    name: 'Framewise',
    short_name: 'Framewise',
    description: 'Videos that remember where you were.',
    start_url: '/videos',
    scope: '/',
    display: 'standalone',
    background_color: '#120e0b',
    theme_color: '#120e0b',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  }
}
