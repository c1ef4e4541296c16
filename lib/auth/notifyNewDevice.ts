import { readDevices, writeDevice } from '#db/devices.ts'
import type { UserRow } from '#db/users.ts'
import { sendMail } from '#lib/mail/send.ts'
import { newDeviceMail } from '#lib/mail/templates.ts'
import { recordAuthEvent } from './authEvents.ts'
import type { ClientInfo } from './clientInfo.ts'
import { linkOrigin } from './origin.ts'

/**
 * Stores the device of a log-in, and notifies the member by mail when it is a new one. The first device
 * of an account is not announced.
 */
export async function notifyNewDevice(user: UserRow, client: ClientInfo, now: Date): Promise<void> {
  const known = await readDevices(user.id)
  await writeDevice(user.id, client.device, now)
  if (known.length === 0 || known.includes(client.device)) return
  await recordAuthEvent(user.id, 'new-device', client, now)
  const recipient = { name: user.name, email: user.email, origin: linkOrigin(undefined) }
  await sendMail(await newDeviceMail(recipient, client.device, now), now)
}
