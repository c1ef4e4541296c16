import cassandra from 'cassandra-driver'

/*
 * Preloaded (`--import`) into the server of the control run, and into nothing else: the product asks
 * for LOCAL_QUORUM by this name, and gets LOCAL_ONE. There is no setting that does it.
 */
const { consistencies } = cassandra.types
Object.assign(consistencies, { localQuorum: consistencies.localOne })
