import type { MetadataRoute } from 'next'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Framewise',
    short_name: 'Framewise',
    start_url: '/videos',
    display: 'standalone',
    background_color: '#120e0b',
    theme_color: '#120e0b',
    icons: [{ src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' }],
  }
}
