import { readDevices, writeDevice } from '#db/devices.ts'
import type { UserRow } from '#db/users.ts'
import { newDeviceLetter } from '#lib/mail/letters.ts'
import { sendMail } from '#lib/mail/send.ts'
import type { ClientInfo } from './clientInfo.ts'
import { noteEvent } from './events.ts'
import { linkOrigin } from './origin.ts'

/**
 * Remembers the device of a log-in, and tells the member by mail when it is not one they have used
 * before. The very first one is nobody's surprise.
 */
export async function notifyNewDevice(user: UserRow, client: ClientInfo, now: Date): Promise<void> {
  const known = await readDevices(user.id)
  await writeDevice(user.id, client.device, now)
  if (known.length === 0 || known.includes(client.device)) return
  await noteEvent(user.id, 'new-device', client, now)
  const recipient = { name: user.name, email: user.email, origin: linkOrigin(undefined) }
  await sendMail(await newDeviceLetter(recipient, client.device, now), now)
}
