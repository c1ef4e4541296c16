import { answerHealth } from '#lib/watch/health.ts'

export const dynamic = 'force-dynamic'

export const GET = () => answerHealth(Date.now())
