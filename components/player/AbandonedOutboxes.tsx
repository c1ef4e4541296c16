'use client'

import { useEffect } from 'react'
import { sendAbandonedOutboxes } from '#lib/watch/client/abandonedOutboxes.ts'

const CHECK_INTERVAL_MS = 30_000

/** Renders nothing: sends what earlier pages of this member left unsent. */
export function AbandonedOutboxes({ memberId }: { memberId: string }) {
  useEffect(() => {
    void sendAbandonedOutboxes(memberId)
    const timer = setInterval(() => void sendAbandonedOutboxes(memberId), CHECK_INTERVAL_MS)
    return () => clearInterval(timer)
  }, [memberId])
  return null
}
