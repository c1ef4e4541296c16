import { Connection } from './connection.ts'

/** The result of some seconds of load. */
export type LoadResult = {
  /** Responses with status 204. */
  stored: number
  /** All other responses, by status. */
  refused: Map<number, number>
  seconds: number
  /** ms from each request to its response. */
  delays: number[]
}

/** A closed loop: each connection sends the next request when it has the response, for `seconds`. */
export async function runLoad(
  port: number,
  connections: number,
  seconds: number,
  next: () => string,
): Promise<LoadResult> {
  const opened = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)))
  const result: LoadResult = { stored: 0, refused: new Map(), seconds: 0, delays: [] }
  const begun = performance.now()
  const end = begun + seconds * 1000
  await Promise.all(opened.map((connection) => keepSending(connection, end, next, result)))
  result.seconds = (performance.now() - begun) / 1000
  for (const connection of opened) connection.close()
  return result
}

async function keepSending(
  connection: Connection,
  end: number,
  next: () => string,
  result: LoadResult,
): Promise<void> {
  for (let now = performance.now(); now < end; ) {
    const status = await connection.send(next())
    const answered = performance.now()
    result.delays.push(answered - now)
    if (status === 204) result.stored++
    else result.refused.set(status, (result.refused.get(status) ?? 0) + 1)
    now = answered
  }
}
