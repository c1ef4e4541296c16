import cassandra from 'cassandra-driver'

/*
 * Preloaded (`--import`) into the server of the control run only: the driver's name for LOCAL_QUORUM
 * then means LOCAL_ONE. The product has no setting for it.
 */
const { consistencies } = cassandra.types
Object.assign(consistencies, { localQuorum: consistencies.localOne })
