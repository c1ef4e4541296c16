import type { DetailedHTMLProps, HTMLAttributes } from 'react'

/** The elements of media-chrome and Mux as JSX; plain elements until `loadMediaChrome` defines them. */
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

/** Loads the code of the controls, 40 kB, which the video does not need in order to be shown. */
export function loadMediaChrome(): Promise<unknown> {
  return import('./mediaChromeParts.ts')
}
