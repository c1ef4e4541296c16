import { handleWatch } from '#lib/watch/ingest/routeHandler.ts'

// Every method, so that what is not a POST gets the same 405 with its reason as in front of Next.
export {
  handleWatch as DELETE,
  handleWatch as GET,
  handleWatch as HEAD,
  handleWatch as OPTIONS,
  handleWatch as PATCH,
  handleWatch as POST,
  handleWatch as PUT,
}

export const dynamic = 'force-dynamic'
