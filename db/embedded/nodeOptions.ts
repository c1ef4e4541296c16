import type { Ports } from './ports.ts'

/** How one Cassandra node is configured. */
export type NodeOptions = {
  /** An address of 127.0.0.0/8, to which all the node's sockets are bound. */
  address: string
  /** The address of the cluster's seed node; a single node is its own seed. */
  seed: string
  /** The same on all nodes of a cluster. Default: two free ports, which are remembered. */
  ports?: Ports
  /** Writes are acknowledged after an fsync per group or per write, or up to 10 s before one. */
  commitLog: 'group' | 'batch' | 'periodic'
  /** The value of Java's -Xmx. */
  heap: string
  /** Does not flush schema changes to disk: twice as fast, but a crash loses them. */
  unsafeForTests: boolean
}

/** The single node of a site. */
export const SINGLE_NODE: NodeOptions = {
  address: '127.0.0.1',
  seed: '127.0.0.1',
  commitLog: 'group',
  heap: '1G',
  unsafeForTests: false,
}
