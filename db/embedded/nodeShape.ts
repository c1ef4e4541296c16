import type { Ports } from './ports.ts'

/** How one node is set up. */
export type NodeShape = {
  /** Of 127.0.0.0/8: where all its sockets are. */
  address: string
  /** The address of the node that tells a new one who else there is: of a single node, its own. */
  seed: string
  /** The same on all nodes of a cluster. Left out: two free ones, which are remembered. */
  ports?: Ports
  /** Acknowledged after the fsync, one for many writes or one each; or up to ten seconds before. */
  commitLog: 'group' | 'batch' | 'periodic'
  /** What Java calls -Xmx. */
  heap: string
  /** Schema changes without waiting for the disk: twice as fast, and lost in a crash. */
  careless: boolean
}

/** The single node of a site. */
export const ALONE: NodeShape = {
  address: '127.0.0.1',
  seed: '127.0.0.1',
  commitLog: 'group',
  heap: '1G',
  careless: false,
}
