'use client'

import { useEffect, useState } from 'react'

type Props = {
  /** Seconds since the data was current, when the page was rendered. */
  age: number
  /** Changes with each rendering of the page, which resets the counter. */
  madeAt: string
}

/** "as of 12 s ago", counting up by itself. */
export function DataAge({ age, madeAt }: Props) {
  const [shown, setShown] = useState({ age, madeAt })
  if (shown.madeAt !== madeAt) setShown({ age, madeAt })

  useEffect(() => {
    const began = performance.now()
    const timer = setInterval(() => {
      setShown({ age: age + (performance.now() - began) / 1_000, madeAt })
    }, 1_000)
    return () => clearInterval(timer)
  }, [age, madeAt])

  return <span>as of {formatAge(shown.age)} ago</span>
}

function formatAge(seconds: number): string {
  if (seconds < 100) return `${Math.max(0, Math.floor(seconds))} s`
  if (seconds < 6_000) return `${Math.floor(seconds / 60)} min`
  return `${Math.floor(seconds / 3_600)} h`
}
