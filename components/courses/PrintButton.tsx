'use client'

import { useEffect, useState } from 'react'
import { Button } from '#components/ui/Button.tsx'

/** Prints the page. Rendered only when JavaScript runs. */
export function PrintButton() {
  const [isHydrated, setHydrated] = useState(false)
  useEffect(() => setHydrated(true), [])
  return isHydrated ? <Button onClick={() => window.print()}>Print</Button> : null
}
