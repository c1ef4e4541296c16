'use client'

import './player.css'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { THEATRE_COOKIE } from './theatreCookie.ts'

type Theatre = { isWide: boolean; toggle(): void }

const Shared = createContext<Theatre>({ isWide: false, toggle() {} })

/** Seconds: a year. */
const KEPT = 365 * 24 * 3600

type Props = { startsWide: boolean; children: ReactNode }

/**
 * A video with what stands beside it; wide, the video has the whole page. It is remembered in a cookie,
 * for the page comes from the server as it is to be: nothing moves when its script arrives.
 */
export function Theatre({ startsWide, children }: Props) {
  const [isWide, setWide] = useState(startsWide)

  function toggle() {
    setWide(!isWide)
    const value = isWide ? '; max-age=0' : `1; max-age=${KEPT}`
    // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is not there on plain http
    document.cookie = `${THEATRE_COOKIE}=${value}; path=/videos; samesite=lax`
  }

  return (
    <Shared value={{ isWide, toggle }}>
      <div className="watch" data-theatre={isWide || undefined}>
        {children}
      </div>
    </Shared>
  )
}

export function useTheatre(): Theatre {
  return useContext(Shared)
}
