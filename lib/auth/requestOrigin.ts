import { headers } from 'next/headers'
import { linkOrigin } from './origin.ts'

/** The origin of links on the page that is being rendered. */
export async function requestOrigin(): Promise<string> {
  return linkOrigin((await headers()).get('host') ?? undefined)
}
