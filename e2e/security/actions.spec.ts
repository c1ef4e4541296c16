import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { readUser } from '#db/users.ts'
import { moveValue } from '#lib/videos/moveField.ts'
import { makePerson, newEmail } from '#testing/people.ts'
import { expect, logIn, originOf, test } from '../fixtures.ts'
import { builtSite } from './ownServer.ts'

/*
 * Calls every action of the site by its id, with valid fields. The actions come from the build's
 * manifest, so that new ones are tested too.
 */

type Known = { exportedName: string; filename: string; workers: Record<string, unknown> }
type Action = Known & { id: string }

function actionsBelow(folder: string): Action[] {
  const file = join(builtSite, 'server', 'server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8'))
  const all = Object.entries<Known>(node).map(([id, rest]) => ({ ...rest, id }))
  return all.filter(({ filename }) => filename.startsWith(`app/${folder}/`))
}

const NOT_ALLOWED = 'You are no longer logged in, or do not have permission.'

/** The address of a page that has it. */
function pageOf({ workers }: Action): string {
  const [name = ''] = Object.keys(workers)
  const path = name
    .replace(/^app/, '')
    .replace(/\/page$/, '')
    .replaceAll(/\/\([^)]+\)/g, '')
  return path.replaceAll(/\[+[^\]]+\]+/g, randomUUID())
}

/** The response of an action to this call, as the page would read it. */
async function call(
  request: APIRequestContext,
  action: Action,
  fields: Record<string, string>,
  origin: string,
): Promise<string> {
  const multipart = new FormData()
  // React's encoding of a call: the previous state, and the form, whose fields are separate parts.
  for (const [name, value] of Object.entries(fields)) multipart.append(`_1_${name}`, value)
  multipart.append('0', '[{"outcome":"none","errors":{},"values":{}},"$K1"]')
  const answer = await request.post(pageOf(action), {
    headers: { origin, 'next-action': action.id },
    multipart,
    maxRedirects: 0,
  })
  return answer.text()
}

test('31, 40: no action of members works for a guest, and none of owners for a member', async ({
  page,
  playwright,
  baseURL,
}) => {
  const origin = originOf(baseURL)
  const victim = await makePerson({ role: 'owner' })
  const member = await makePerson()
  const guest = await playwright.request.newContext({ baseURL: origin })
  await logIn(page, member, '/account')
  const before = [await readUser(victim.id), await readUser(member.id)]
  const fields = {
    member: victim.id,
    session: randomUUID(),
    email: newEmail(),
    name: 'Mallory',
    currentPassword: member.password,
    password: 'heron under the bridge',
    confirmPassword: 'heron under the bridge',
    link: 'https://youtu.be/aqz-KE-bpKQ',
    title: 'Mallory',
    length: '60',
    rate: '30',
    video: randomUUID(),
    description: '',
    visibility: 'public',
    move: moveValue('up', randomUUID()),
  }
  const ofMembers = actionsBelow('(members)')
  const ofOwners = actionsBelow('studio')
  expect(ofMembers.length).toBeGreaterThan(5)
  expect(ofOwners.length).toBeGreaterThan(5)
  for (const action of [...ofMembers, ...ofOwners])
    await expectNothing(guest, action, fields, origin)
  for (const action of ofOwners) await expectNothing(page.request, action, fields, origin)
  const own = { ...fields, member: member.id }
  for (const action of ofOwners) await expectNothing(page.request, action, own, origin)
  expect([await readUser(victim.id), await readUser(member.id)]).toEqual(before)
  await guest.dispose()
})

/** An action that requires other fields refuses with the missing ones. */
async function expectNothing(
  request: APIRequestContext,
  action: Action,
  fields: Record<string, string>,
  origin: string,
) {
  const answer = await call(request, action, fields, origin)
  expect(answer, action.exportedName).toContain('"outcome":"refused"')
  const isExplained = answer.includes(NOT_ALLOWED) || !answer.includes('"errors":{}')
  expect(isExplained, `${action.exportedName}: ${answer.slice(0, 500)}`).toBe(true)
  if (KNOWN.has(action.exportedName)) expect(answer, action.exportedName).toContain(NOT_ALLOWED)
}

/** The actions whose fields are all above. */
const KNOWN = new Set([
  'renameMe',
  'changeMyPassword',
  'deleteMyAccount',
  'changeMyEmail',
  'endSession',
  'endOtherSessions',
  'removeFromHistory',
  'disableMember',
  'enableMember',
  'makeMemberOwner',
  'stepDownMyself',
  'inviteMember',
  'revokeInvitation',
  'editVideo',
  'archiveVideo',
  'restoreVideo',
  'moveVideo',
])
