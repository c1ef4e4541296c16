import type { NodeOptions } from './nodeOptions.ts'
import type { Ports } from './ports.ts'

/**
 * The node's cassandra.yaml.
 * @param listen the address the CQL port is bound to; differs from `address` only in a container
 */
export function cassandraYaml(
  storage: string,
  ports: Ports,
  { address, seed, commitLog }: NodeOptions,
  listen = address,
): string {
  return `# Overwritten at every start.
cluster_name: framewise
num_tokens: 16
partitioner: org.apache.cassandra.dht.Murmur3Partitioner
endpoint_snitch: SimpleSnitch
listen_address: ${address}
storage_port: ${ports.storage}
rpc_address: ${listen}
broadcast_rpc_address: ${address}
native_transport_port: ${ports.native}
start_native_transport: true
seed_provider:
  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
    parameters:
      - seeds: "${seed}:${ports.storage}"
data_file_directories: [${quote(`${storage}/data`)}]
commitlog_directory: ${quote(`${storage}/commitlog`)}
hints_directory: ${quote(`${storage}/hints`)}
saved_caches_directory: ${quote(`${storage}/saved_caches`)}
cdc_raw_directory: ${quote(`${storage}/cdc_raw`)}
${COMMIT_LOG_SETTINGS[commitLog]}
commitlog_segment_size: 16MiB
# Long enough for a busy machine; just below the client's own timeout of 5 s.
read_request_timeout: 4500ms
write_request_timeout: 4500ms
cas_contention_timeout: 4500ms
memtable:
  configurations:
    trie:
      class_name: TrieMemtable
    default:
      inherits: trie
sstable:
  selected_format: bti
storage_compatibility_mode: NONE
auto_snapshot: false
materialized_views_enabled: false
`
}

/**
 * With `group` and `batch` an acknowledged write is on the disk. An uncompressed `periodic` log is in
 * the page cache, which survives kill -9, and would lose 0.1 s of writes; a compressed one is in the
 * process's memory, and loses up to 10 s.
 */
const COMMIT_LOG_SETTINGS = {
  group: 'commitlog_sync: group\ncommitlog_sync_group_window: 5ms',
  batch: 'commitlog_sync: batch',
  periodic:
    'commitlog_sync: periodic\ncommitlog_sync_period: 10000ms\n' +
    'commitlog_compression: [{class_name: LZ4Compressor}]',
}

/** A YAML double-quoted scalar is a JSON string. */
const quote = (text: string) => JSON.stringify(text)
