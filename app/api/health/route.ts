import { answer } from '#lib/apiAnswer.ts'
import { isHealthy, readHealth } from '#lib/watch/health.ts'

export const dynamic = 'force-dynamic'

export async function GET() {
  const health = await readHealth(Date.now())
  return answer(health, isHealthy(health) ? 200 : 503)
}
