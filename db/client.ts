import cassandra, { type Client, type types } from 'cassandra-driver'
import { env } from '#lib/env.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'

/** The database cannot be reached or times out. Request handlers answer 503. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway'
}

export type Row = types.Row
export type Params = ReadonlyArray<unknown>
export type Statement = { query: string; params: Params }

type Shared = { client?: Client; connecting?: Promise<Client> }
const shared = onceAProcess('database', (): Shared => ({}))

const { consistencies } = cassandra.types

/**
 * A client that is not connected yet.
 * @param keyspace left out only to change the schema
 * @throws DatabaseAway when `CASSANDRA_CONTACT_POINTS` is not set
 */
export function makeClient(keyspace?: string): Client {
  const { CASSANDRA_CONTACT_POINTS: points, CASSANDRA_USERNAME, CASSANDRA_PASSWORD } = env()
  if (!points) throw new DatabaseAway('CASSANDRA_CONTACT_POINTS is not set')
  const contactPoints = points.split(',').map((point) => point.trim())
  return new cassandra.Client({
    contactPoints,
    // The port of nodes that the driver discovers; by default 9042, whatever the contact points say.
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
    // A schema change waits for every node, which on a busy machine can take long.
    socketOptions: { connectTimeout: 3000, readTimeout: keyspace ? 5000 : 60_000 },
    // The default backs off up to ten minutes; a database that is back should be used at once.
    policies: {
      reconnection: new cassandra.policies.reconnection.ConstantReconnectionPolicy(1000),
    },
  })
}

/** The port of `host:port` or `[address]:port`. */
function portOf(contactPoint = ''): number {
  return Number(/^(?:[^:]+|\[.+\]):(\d+)$/.exec(contactPoint)?.[1] ?? 9042)
}

/** The process's one connected client; each call retries while the database is unreachable. */
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

/**
 * Runs one idempotent statement at LOCAL_QUORUM.
 * @returns its first page, at most 5,000 rows
 * @throws DatabaseAway
 */
export async function run(query: string, params: Params = []): Promise<Row[]> {
  return (await send((client) => client.execute(query, [...params]))).rows ?? []
}

/** Runs one idempotent statement and reads all its pages. @throws DatabaseAway */
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

/** Runs one idempotent statement. @returns its first row. @throws DatabaseAway */
export async function runOne(query: string, params: Params = []): Promise<Row | undefined> {
  return (await run(query, params))[0]
}

/**
 * Runs a conditional statement (a lightweight transaction: `IF ...`), which decides by Paxos.
 * @returns whether it was applied, and the existing row when it was not
 * @throws DatabaseAway also when the outcome is unknown: read it with `runSerial`
 */
export async function runLwt(
  query: string,
  params: Params = [],
): Promise<{ applied: boolean; row: Row | undefined }> {
  const result = await send((client) => client.execute(query, [...params], { isIdempotent: false }))
  return { applied: result.wasApplied(), row: result.first() ?? undefined }
}

/**
 * A read at LOCAL_SERIAL: it completes conditional writes in progress and sees all before it.
 * @throws DatabaseAway
 */
export async function runSerial(query: string, params: Params = []): Promise<Row | undefined> {
  const options = { consistency: consistencies.localSerial }
  return (await send((client) => client.execute(query, [...params], options))).first() ?? undefined
}

/**
 * Runs statements on one partition as one mutation. An unlogged batch is atomic within a partition,
 * without the cost of the batch log.
 * @param timestamp write time of all statements, in microseconds
 * @throws DatabaseAway
 */
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

/** @returns whether the database answers within `timeout` ms. Never throws. */
export async function isDatabaseUp(timeout = 2000): Promise<boolean> {
  const response = send((client) =>
    client.execute('SELECT key FROM system.local', [], { readTimeout: timeout }),
  )
  return response.then(
    () => true,
    () => false,
  )
}

/** The driver's client, for the console only; other code uses the functions of `db/`. */
export function session(): Promise<Client> {
  return connected()
}

export async function closeDatabase(): Promise<void> {
  const client = shared.client
  shared.client = undefined
  await client?.shutdown()
}

async function send<T>(request: (client: Client) => Promise<T>): Promise<T> {
  const client = await connected()
  try {
    return await request(client)
  } catch (error) {
    throw asAway(error)
  }
}

/** Compared by name: the bundle and the server may each load a copy of the driver's classes. */
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

/** Maps the driver's errors of an unreachable database to DatabaseAway; returns others unchanged. */
export function asAway(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = (error as Error & { code?: unknown }).code
  if (!awayNames.has(error.name) && !awayCodes.has(code)) return error
  return new DatabaseAway(`The database does not answer: ${error.name}`, { cause: error })
}

export function isDatabaseAway(error: unknown): boolean {
  return error instanceof Error && error.name === 'DatabaseAway'
}
