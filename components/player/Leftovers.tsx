'use client'

import { useEffect } from 'react'
import { deliverLeftovers } from '#lib/watch/client/abandonedOutboxes.ts'

/** ms between looks; nearly always there is nothing. */
const PAUSE = 30_000

/** Shows nothing: sends what earlier pages of this member could not send. */
export function Leftovers({ memberId }: { memberId: string }) {
  useEffect(() => {
    void deliverLeftovers(memberId)
    const timer = setInterval(() => void deliverLeftovers(memberId), PAUSE)
    return () => clearInterval(timer)
  }, [memberId])
  return null
}
