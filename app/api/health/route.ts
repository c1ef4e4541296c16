import { answerHealth } from '#lib/server/health.ts'

export const dynamic = 'force-dynamic'

export const GET = () => answerHealth(Date.now())
