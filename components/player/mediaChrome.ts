import type { DetailedHTMLProps, HTMLAttributes } from 'react'

/** media-chrome's elements, and Mux's, as JSX; plain until `loadMediaChrome` has brought them to life. */
type Part = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & {
  hotkeys?: string
  mediacontroller?: string
  noautohide?: string
  nohotkeys?: string
  notooltip?: string
  notoggle?: string
  rates?: string
  showduration?: string
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'media-controller': Part
      'media-control-bar': Part
      'media-play-button': Part
      'media-time-range': Part
      'media-time-display': Part
      'media-mute-button': Part
      'media-volume-range': Part
      'media-playback-rate-button': Part
      'media-captions-button': Part
      'media-pip-button': Part
      'media-fullscreen-button': Part
      'media-loading-indicator': Part
      'mux-video': Part
    }
  }
}

/** The controls' code: 40 kB that nobody waits for, because the video is there without it. */
export function loadMediaChrome(): Promise<unknown> {
  return import('./mediaChromeParts.ts')
}
