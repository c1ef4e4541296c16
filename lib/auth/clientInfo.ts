import { addressOf } from './address.ts'
import { deviceName } from './deviceName.ts'
import type { Asker } from './logIn.ts'

/** Who asks, as far as a request's headers tell. */
export function askerOf(header: (name: string) => string | undefined): Asker {
  return { address: addressOf(header), device: deviceName(header('user-agent')) }
}
