import { Connection } from './connection.ts'

/** What came of some time of load. */
export type Drive = {
  /** Requests answered 204, and all others by their status. */
  stored: number
  refused: Map<number, number>
  seconds: number
  /** ms from sending to the answer. */
  delays: number[]
}

/** As many requests as `connections`, each waiting for its answer, get through in `seconds`. */
export async function drive(
  port: number,
  connections: number,
  seconds: number,
  next: () => string,
): Promise<Drive> {
  const opened = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)))
  const outcome: Drive = { stored: 0, refused: new Map(), seconds: 0, delays: [] }
  const begun = performance.now()
  const end = begun + seconds * 1000
  await Promise.all(opened.map((connection) => keepSending(connection, end, next, outcome)))
  outcome.seconds = (performance.now() - begun) / 1000
  for (const connection of opened) connection.close()
  return outcome
}

async function keepSending(
  connection: Connection,
  end: number,
  next: () => string,
  outcome: Drive,
): Promise<void> {
  for (let now = performance.now(); now < end; ) {
    const status = await connection.send(next())
    const answered = performance.now()
    outcome.delays.push(answered - now)
    if (status === 204) outcome.stored++
    else outcome.refused.set(status, (outcome.refused.get(status) ?? 0) + 1)
    now = answered
  }
}
