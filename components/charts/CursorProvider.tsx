'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

type Cursor = {
  /** The frame shown: the one pointed at, else the one chosen. */
  frame: number
  choose: (frame: number) => void
  /** Shows a frame while the pointer is on it; null goes back to the chosen one. */
  preview: (frame: number | null) => void
}

const Context = createContext<Cursor | null>(null)

type Props = {
  /** The frame the address names; a new one takes the cursor there. */
  linked: number | null
  /** Where it stands until someone moves it. */
  rest: number
  children: ReactNode
}

/** One cursor for all that shows a frame of this film: the curve, the strip, the picture. */
export function CursorProvider({ linked, rest, children }: Props) {
  const [followed, setFollowed] = useState(linked)
  const [chosen, setChosen] = useState(linked)
  const [pointed, setPointed] = useState<number | null>(null)
  if (linked !== followed) {
    setFollowed(linked)
    setChosen(linked)
  }
  const frame = pointed ?? chosen ?? rest
  const cursor = useMemo(() => ({ frame, choose: setChosen, preview: setPointed }), [frame])
  return <Context.Provider value={cursor}>{children}</Context.Provider>
}

export function useCursor(): Cursor {
  const cursor = useContext(Context)
  if (!cursor) throw new Error('useCursor stands outside a CursorProvider')
  return cursor
}
