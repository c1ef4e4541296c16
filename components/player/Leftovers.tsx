'use client'

import { useEffect } from 'react'
import { sendAbandonedOutboxes } from '#lib/watch/client/abandonedOutboxes.ts'

/** ms between looks; nearly always there is nothing. */
const PAUSE = 30_000

/** Shows nothing: sends what earlier pages of this member could not send. */
export function Leftovers({ memberId }: { memberId: string }) {
  useEffect(() => {
    void sendAbandonedOutboxes(memberId)
    const timer = setInterval(() => void sendAbandonedOutboxes(memberId), PAUSE)
    return () => clearInterval(timer)
  }, [memberId])
  return null
}
