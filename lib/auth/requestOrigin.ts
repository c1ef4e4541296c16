import { headers } from 'next/headers'
import { linkOrigin } from './origin.ts'

/** The origin that links of the page that is being made begin with. */
export async function requestOrigin(): Promise<string> {
  return linkOrigin((await headers()).get('host') ?? undefined)
}
