import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'

/** The machine and the software, one fact a line. */
export function describeMachine(): string[] {
  const model = cpus()[0]?.model.trim() || 'unknown'
  const memory = Math.round(totalmem() / 2 ** 30)
  return [
    `${availableParallelism()} cores (${model}), ${memory} GiB, ${platform()} ${release()}, shared by the database, the server under test and the load generator`,
    `Node ${process.version}, Cassandra 5.0.9 (one node, RF 1, group commit log: an acknowledged write is on the disk)`,
  ]
}

/** The load average of the last minute. */
export function loadNow(): string {
  return (loadavg()[0] ?? 0).toFixed(2)
}
