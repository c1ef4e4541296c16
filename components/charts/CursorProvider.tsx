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

/** One cursor for all that shows a frame of this film: the curve, the strip, the picture. */
export function CursorProvider({ start, children }: { start: number; children: ReactNode }) {
  const [from, setFrom] = useState(start)
  const [chosen, setChosen] = useState(start)
  const [pointed, setPointed] = useState<number | null>(null)
  if (start !== from) {
    // A link of the page names another frame.
    setFrom(start)
    setChosen(start)
  }
  const cursor = useMemo(
    () => ({ frame: pointed ?? chosen, choose: setChosen, preview: setPointed }),
    [pointed, chosen],
  )
  return <Context.Provider value={cursor}>{children}</Context.Provider>
}

export function useCursor(): Cursor {
  const cursor = useContext(Context)
  if (!cursor) throw new Error('useCursor stands outside a CursorProvider')
  return cursor
}
