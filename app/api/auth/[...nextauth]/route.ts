import { answerAuth } from '#lib/auth/nextAuthEndpoints.ts'

type Context = { params: Promise<{ nextauth: string[] }> }

async function handle(request: Request, { params }: Context): Promise<Response> {
  return answerAuth(request, (await params).nextauth)
}

export { handle as GET, handle as POST }
