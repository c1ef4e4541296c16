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
  /** The frame in the URL; a new one moves the cursor there. */
  linked: number | null
  /** The frame of the cursor when the URL names none. */
  initial: number
  /** The range of frames in the URL. */
  view: View
  children: ReactNode
}

export function CursorProvider({ frames, linked, initial, view: { from, to }, children }: Props) {
  const target = `${linked} ${from} ${to}`
  const [followed, setFollowed] = useState(target)
  const [cursor] = useState(() => {
    const frame = linked ?? initial
    const view = linked === null ? { from, to } : withFrame({ from, to }, frames, frame)
    return makeCursor(frames, { frame, view })
  })
  useEffect(() => {
    if (target === followed) return
    setFollowed(target)
    cursor.look({ from, to })
    if (linked !== null) cursor.choose(linked)
  }, [target, followed, cursor, from, to, linked])
  return <Context.Provider value={cursor}>{children}</Context.Provider>
}

export function useCursor(): Cursor {
  const cursor = useContext(Context)
  if (!cursor) throw new Error('useCursor is used outside a CursorProvider')
  return cursor
}

/** One field of the cursor's state; a component that uses it renders again only when it changes. */
export function useCursorState<K extends keyof CursorState>(name: K): CursorState[K] {
  const { subscribe, get } = useCursor()
  const read = () => get()[name]
  return useSyncExternalStore(subscribe, read, read)
}
