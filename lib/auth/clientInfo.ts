import { addressOf } from './address.ts'
import { deviceName } from './deviceName.ts'

export type ClientInfo = { address: string; device: string }

/** Who asks, as far as a request's headers tell. */
export function clientInfoOf(header: (name: string) => string | undefined): ClientInfo {
  return { address: addressOf(header), device: deviceName(header('user-agent')) }
}
