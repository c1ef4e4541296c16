import type { Ports } from './ports.ts'

/**
 * The node's configuration. `addresses.listen` is where its sockets are, `addresses.announce` what
 * drivers are told; they differ only in a container.
 */
export function cassandraYaml(
  storage: string,
  ports: Ports,
  addresses = { listen: '127.0.0.1', announce: '127.0.0.1' },
): string {
  return `# Written at every start.
cluster_name: framewise
num_tokens: 16
partitioner: org.apache.cassandra.dht.Murmur3Partitioner
endpoint_snitch: SimpleSnitch
listen_address: 127.0.0.1
storage_port: ${ports.storage}
rpc_address: ${addresses.listen}
broadcast_rpc_address: ${addresses.announce}
native_transport_port: ${ports.native}
start_native_transport: true
seed_provider:
  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
    parameters:
      - seeds: "127.0.0.1:${ports.storage}"
data_file_directories: [${quote(`${storage}/data`)}]
commitlog_directory: ${quote(`${storage}/commitlog`)}
hints_directory: ${quote(`${storage}/hints`)}
saved_caches_directory: ${quote(`${storage}/saved_caches`)}
cdc_raw_directory: ${quote(`${storage}/cdc_raw`)}
# An acknowledged write is on the disk: periodic, the default, answers before the fsync.
commitlog_sync: group
commitlog_sync_group_window: 5ms
commitlog_segment_size: 16MiB
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

/** A YAML double-quoted scalar is a JSON string. */
const quote = (text: string) => JSON.stringify(text)
