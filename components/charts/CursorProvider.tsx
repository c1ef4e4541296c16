'use client'

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { type View, withFrame } from './frameView.ts'
import { type Cursor, type CursorState, makeCursor } from './makeCursor.ts'

const Context = createContext<Cursor | null>(null)

type Props = {
  frames: number
  /** The frame the address names; a new one takes the cursor there. */
  linked: number | null
  /** Where it stands until someone moves it. */
  rest: number
  /** What the address asks to be shown of the video. */
  view: View
  children: ReactNode
}

export function CursorProvider({ frames, linked, rest, view: { from, to }, children }: Props) {
  const asked = `${linked} ${from} ${to}`
  const [followed, setFollowed] = useState(asked)
  const [cursor] = useState(() => {
    const frame = linked ?? rest
    const view = linked === null ? { from, to } : withFrame({ from, to }, frames, frame)
    return makeCursor(frames, { frame, view })
  })
  useEffect(() => {
    if (asked === followed) return
    setFollowed(asked)
    cursor.look({ from, to })
    if (linked !== null) cursor.choose(linked)
  }, [asked, followed, cursor, from, to, linked])
  return <Context.Provider value={cursor}>{children}</Context.Provider>
}

export function useCursor(): Cursor {
  const cursor = useContext(Context)
  if (!cursor) throw new Error('useCursor stands outside a CursorProvider')
  return cursor
}

/** One thing of the cursor; what shows it is drawn again only when that changes. */
export function useCursorState<K extends keyof CursorState>(name: K): CursorState[K] {
  const { subscribe, get } = useCursor()
  const read = () => get()[name]
  return useSyncExternalStore(subscribe, read, read)
}
