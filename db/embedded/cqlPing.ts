import { connect } from 'node:net'

/** An OPTIONS frame of CQL protocol v4: the only request that needs no handshake. */
const OPTIONS = Buffer.from([0x04, 0, 0, 0, 0x05, 0, 0, 0, 0])
const SUPPORTED = 0x06

/** @returns whether a CQL server answers on this port within `timeout` ms. Never throws. */
export function answersCql(port: number, host = '127.0.0.1', timeout = 1000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => socket.write(OPTIONS))
    socket.once('data', (frame) => end(frame[4] === SUPPORTED))
    socket.once('timeout', () => end(false))
    socket.once('error', () => end(false))
    socket.once('close', () => end(false))
  })
}
