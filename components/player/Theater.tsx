'use client'

import './player.css'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { THEATER_COOKIE } from './theaterCookie.ts'

type TheaterState = { isWide: boolean; toggle(): void }

const Shared = createContext<TheaterState>({ isWide: false, toggle() {} })

const COOKIE_MAX_AGE_SECONDS = 365 * 24 * 3600

type Props = { startsWide: boolean; children: ReactNode }

/**
 * A video and the column beside it; in theater mode the video is as wide as the page. The choice is
 * kept in a cookie, so that the server renders it and nothing moves when the script is loaded.
 */
export function Theater({ startsWide, children }: Props) {
  const [isWide, setWide] = useState(startsWide)

  function toggle() {
    setWide(!isWide)
    const value = isWide ? '; max-age=0' : `1; max-age=${COOKIE_MAX_AGE_SECONDS}`
    // biome-ignore lint/suspicious/noDocumentCookie: there is no cookieStore on plain http
    document.cookie = `${THEATER_COOKIE}=${value}; path=/videos; samesite=lax`
  }

  return (
    <Shared value={{ isWide, toggle }}>
      <div className="watch" data-theater={isWide || undefined}>
        {children}
      </div>
    </Shared>
  )
}

export function useTheater(): TheaterState {
  return useContext(Shared)
}
