import { handleMedia } from '#lib/media/routeHandler.ts'

type Context = { params: Promise<{ path: string[] }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return handleMedia(request, (await params).path)
}

export const HEAD = GET
