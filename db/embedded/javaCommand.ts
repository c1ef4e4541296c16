import { join } from 'node:path'
import type { NodeOptions } from './nodeOptions.ts'
import type { DatabasePaths } from './paths.ts'

export type Command = { file: string; args: string[] }

/** Packages that Cassandra 5.0 needs opened on Java 17 (from its jvm17-server.options). */
const OPENED_PACKAGES: Record<string, string[]> = {
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

/** Skips waits that only matter when nodes join a cluster that is already serving. */
const SKIP_START_WAITS = [
  '-Dcassandra.superuser_setup_delay_ms=0',
  '-Dcassandra.ring_delay_ms=2000',
  '-Dcassandra.skip_wait_for_gossip_to_settle=0',
  '-Dcassandra.shutdown_announce_in_ms=0',
  '-Dcassandra.consistent.rangemovement=false',
]

/** The command that runs one node in the foreground; on SIGTERM Cassandra drains and ends. */
export function javaCommand(
  java: string,
  jars: string,
  paths: DatabasePaths,
  { heap, unsafeForTests }: NodeOptions,
): Command {
  const opened = Object.entries(OPENED_PACKAGES).flatMap(([module, names]) =>
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
      `-XX:ErrorFile=${paths.logs}/crash.log`,
      '-Djava.awt.headless=true',
      `-Djava.io.tmpdir=${paths.scratch}`,
      '-Djdk.attach.allowAttachSelf=true',
      '-Dcassandra-foreground=yes',
      '-Dcassandra.available_processors=2',
      `-Dcassandra.config=file://${encodeURI(paths.config)}`,
      `-Dcassandra.storagedir=${paths.storage}`,
      `-Dcassandra.logdir=${paths.logs}`,
      `-Dlogback.configurationFile=${join(import.meta.dirname, 'logback.xml')}`,
      ...SKIP_START_WAITS,
      ...(unsafeForTests ? ['-Dcassandra.unsafesystem=true'] : []),
      ...opened,
      '-cp',
      join(jars, '*'),
      'org.apache.cassandra.service.CassandraDaemon',
    ],
  }
}
