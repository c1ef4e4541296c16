import { addressOf } from './address.ts'
import { deviceName } from './deviceName.ts'

export type ClientInfo = { address: string; device: string }

/** The client of a request, from its headers. */
export function clientInfoOf(header: (name: string) => string | undefined): ClientInfo {
  return { address: addressOf(header), device: deviceName(header('user-agent')) }
}
