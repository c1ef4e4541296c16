'use client'

import { useEffect, useState } from 'react'
import { Button } from '#components/ui/Button.tsx'

/** Prints the page; there only where a script can. */
export function PrintButton() {
  const [isAlive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  return isAlive ? <Button onClick={() => window.print()}>Print</Button> : null
}
