import cassandra, { type Client, type types } from 'cassandra-driver'
import { env } from '#lib/env.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'

/** The database cannot be reached or does not answer in time. Callers answer 503; nothing is lost. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway'
}

export type Row = types.Row
export type Params = ReadonlyArray<unknown>
export type Statement = { query: string; params: Params }

type Shared = { client?: Client; connecting?: Promise<Client> }
const shared = onceAProcess('database', (): Shared => ({}))

const { consistencies } = cassandra.types

/** A client that is not connected yet; `keyspace` is left out only to change the schema itself. */
export function makeClient(keyspace?: string): Client {
  const { CASSANDRA_CONTACT_POINTS: points, CASSANDRA_USERNAME, CASSANDRA_PASSWORD } = env()
  if (!points) throw new DatabaseAway('CASSANDRA_CONTACT_POINTS is not set')
  const contactPoints = points.split(',').map((point) => point.trim())
  return new cassandra.Client({
    contactPoints,
    // Nodes it was not told of are looked for at this port: without it, at 9042 whatever was said.
    protocolOptions: { port: portOf(contactPoints[0]) },
    localDataCenter: env().CASSANDRA_LOCAL_DATACENTER,
    keyspace,
    credentials: CASSANDRA_USERNAME
      ? { username: CASSANDRA_USERNAME, password: CASSANDRA_PASSWORD ?? '' }
      : undefined,
    queryOptions: {
      consistency: consistencies.localQuorum,
      serialConsistency: consistencies.localSerial,
      prepare: true,
      isIdempotent: true,
      fetchSize: 5000,
    },
    // A change of the schema waits for every node; on a busy machine that is no sign of an outage.
    socketOptions: { connectTimeout: 3000, readTimeout: keyspace ? 5000 : 60_000 },
    // The default waits up to ten minutes; a database that is back should be seen at once.
    policies: {
      reconnection: new cassandra.policies.reconnection.ConstantReconnectionPolicy(1000),
    },
  })
}

/** The port of `host:port` or `[address]:port`. */
function portOf(contactPoint = ''): number {
  return Number(/^(?:[^:]+|\[.+\]):(\d+)$/.exec(contactPoint)?.[1] ?? 9042)
}

/** The process's one connected client. Tries anew at each call while the database is away. */
async function connected(): Promise<Client> {
  if (shared.client) return shared.client
  shared.connecting ??= connect().finally(() => {
    shared.connecting = undefined
  })
  return shared.connecting
}

async function connect(): Promise<Client> {
  const client = makeClient(env().CASSANDRA_KEYSPACE)
  try {
    await client.connect()
    shared.client = client
    return client
  } catch (error) {
    await client.shutdown().catch(() => {})
    throw asAway(error)
  }
}

/** One idempotent statement at LOCAL_QUORUM; at most its first page, 5,000 rows. */
export async function run(query: string, params: Params = []): Promise<Row[]> {
  return (await send((client) => client.execute(query, [...params]))).rows ?? []
}

/** One idempotent statement; every row of it, page after page. */
export async function runAll(query: string, params: Params = []): Promise<Row[]> {
  const rows: Row[] = []
  let pageState: string | undefined
  do {
    const page = await send((client) => client.execute(query, [...params], { pageState }))
    for (const row of page.rows ?? []) rows.push(row)
    pageState = page.pageState ?? undefined
  } while (pageState)
  return rows
}

/** One idempotent statement; only its first row. */
export async function runOne(query: string, params: Params = []): Promise<Row | undefined> {
  return (await run(query, params))[0]
}

/**
 * A conditional statement.
 * @returns whether it was applied, and the row as it stood when it was not.
 * @throws DatabaseAway also when the outcome is unknown: re-read with `runSerial`.
 */
export async function runLwt(
  query: string,
  params: Params = [],
): Promise<{ applied: boolean; row: Row | undefined }> {
  const result = await send((client) => client.execute(query, [...params], { isIdempotent: false }))
  return { applied: result.wasApplied(), row: result.first() ?? undefined }
}

/** A read that sees, or finishes, every conditional write before it. */
export async function runSerial(query: string, params: Params = []): Promise<Row | undefined> {
  const options = { consistency: consistencies.localSerial }
  return (await send((client) => client.execute(query, [...params], options))).first() ?? undefined
}

/** All statements of one partition, as one mutation. Unlogged: atomic all the same, at no cost. */
export async function runBatch(statements: Statement[], timestamp?: bigint): Promise<void> {
  if (statements.length === 0) return
  const queries = statements.map(({ query, params }) => ({ query, params: [...params] }))
  const options = {
    logged: false,
    ...(timestamp === undefined
      ? {}
      : { timestamp: cassandra.types.Long.fromString(`${timestamp}`) }),
  }
  await send((client) => client.batch(queries, options))
}

/** @returns whether the database answers, within `timeout` ms. Never throws. */
export async function isDatabaseUp(timeout = 2000): Promise<boolean> {
  const answer = send((client) =>
    client.execute('SELECT key FROM system.local', [], { readTimeout: timeout }),
  )
  return answer.then(
    () => true,
    () => false,
  )
}

/** A raw session for the console; everything else goes through a function of `db/`. */
export function session(): Promise<Client> {
  return connected()
}

export async function closeDatabase(): Promise<void> {
  const client = shared.client
  shared.client = undefined
  await client?.shutdown()
}

async function send<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connected()
  try {
    return await work(client)
  } catch (error) {
    throw asAway(error)
  }
}

/** By name, not by class: the bundle and the server may hold two copies of the driver. */
const awayNames = new Set(['NoHostAvailableError', 'OperationTimedOutError', 'BusyConnectionError'])
const { unavailableException, overloaded, isBootstrapping, writeTimeout, readTimeout } =
  cassandra.types.responseErrorCodes
const awayCodes = new Set<unknown>([
  unavailableException,
  overloaded,
  isBootstrapping,
  writeTimeout,
  readTimeout,
])

/** The driver's ways of saying that the database is away, as the one error callers know. */
export function asAway(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = (error as Error & { code?: unknown }).code
  if (!awayNames.has(error.name) && !awayCodes.has(code)) return error
  return new DatabaseAway(`The database does not answer: ${error.name}`, { cause: error })
}

export function isDatabaseAway(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseAway'
}
