import { join } from 'node:path'
import type { NodeShape } from './nodeShape.ts'
import type { DatabasePaths } from './paths.ts'

export type Command = { file: string; args: string[] }

/** Packages Cassandra 5.0 opens on Java 17 (its own jvm17-server.options). */
const OPENED: Record<string, string[]> = {
  'java.base': [
    'java.lang',
    'java.lang.module',
    'java.lang.reflect',
    'java.io',
    'java.math',
    'java.net',
    'java.nio',
    'java.time',
    'java.util',
    'java.util.concurrent',
    'java.util.concurrent.atomic',
    'java.util.jar',
    'jdk.internal.loader',
    'jdk.internal.math',
    'jdk.internal.misc',
    'jdk.internal.module',
    'jdk.internal.ref',
    'jdk.internal.reflect',
    'jdk.internal.util.jar',
    'jdk.internal.vm',
    'sun.nio.ch',
    'sun.nio.fs',
    'sun.security.ssl',
  ],
  'java.logging': ['java.util.logging'],
  'java.management': ['com.sun.jmx.remote.security', 'sun.management'],
  'java.management.rmi': ['com.sun.jmx.remote.internal.rmi'],
  'java.rmi': ['sun.rmi.registry', 'sun.rmi.server', 'sun.rmi.transport', 'sun.rmi.transport.tcp'],
  'java.sql': ['java.sql'],
  'jdk.attach': ['sun.tools.attach'],
  'jdk.compiler': ['com.sun.tools.javac.file'],
  'jdk.management': ['com.sun.management.internal'],
}

/** Waits of a cluster that takes in machines while it serves; ours are there before anyone asks. */
const AT_ONCE = [
  '-Dcassandra.superuser_setup_delay_ms=0',
  '-Dcassandra.ring_delay_ms=2000',
  '-Dcassandra.skip_wait_for_gossip_to_settle=0',
  '-Dcassandra.shutdown_announce_in_ms=0',
  '-Dcassandra.consistent.rangemovement=false',
]

const CARELESS = '-Dcassandra.unsafesystem=true'

/**
 * The command that runs one node in the foreground; SIGTERM drains it (its own shutdown hook).
 */
export function javaCommand(
  java: string,
  jars: string,
  places: DatabasePaths,
  { heap, careless }: NodeShape,
): Command {
  const opened = Object.entries(OPENED).flatMap(([module, names]) =>
    names.flatMap((name) => [
      `--add-opens=${module}/${name}=ALL-UNNAMED`,
      `--add-exports=${module}/${name}=ALL-UNNAMED`,
    ]),
  )
  return {
    file: java,
    args: [
      '-Xms512M',
      `-Xmx${heap}`,
      '-XX:MaxDirectMemorySize=512M',
      '-Xss512k',
      '-XX:+UseG1GC',
      '-XX:+ExitOnOutOfMemoryError',
      '-XX:+PerfDisableSharedMem',
      `-XX:ErrorFile=${places.log}/crash.log`,
      '-Djava.awt.headless=true',
      `-Djava.io.tmpdir=${places.scratch}`,
      '-Djdk.attach.allowAttachSelf=true',
      '-Dcassandra-foreground=yes',
      '-Dcassandra.available_processors=2',
      `-Dcassandra.config=file://${encodeURI(places.config)}`,
      `-Dcassandra.storagedir=${places.storage}`,
      `-Dcassandra.logdir=${places.log}`,
      `-Dlogback.configurationFile=${join(import.meta.dirname, 'logback.xml')}`,
      ...AT_ONCE,
      ...(careless ? [CARELESS] : []),
      ...opened,
      '-cp',
      join(jars, '*'),
      'org.apache.cassandra.service.CassandraDaemon',
    ],
  }
}
