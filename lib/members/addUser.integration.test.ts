import { randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase } from '#db/client.ts'
import { insertUser, readEmailClaim, readPasswordHash, readUserByEmail } from '#db/users.ts'
import { Secret } from '#lib/auth/secret.ts'
import { addUser } from './addUser.ts'
import { createUser } from './createUser.ts'

afterAll(closeDatabase)

const newEmail = () => `ada-${randomUUID()}@videos.example`
const password = 'kestrel over the harbour'

test('of fifty at the same time with one address exactly one is made, and whole', async () => {
  const email = newEmail()
  const now = new Date()
  const tries = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      addUser({
        email,
        password: new Secret(password),
        name: `Ada ${index}`,
        role: 'member',
        emailVerifiedAt: null,
        now,
      }),
    ),
  )
  const made = tries.filter((added) => added.ok)
  expect(made).toHaveLength(1)
  const user = await readUserByEmail(email)
  expect(user).toMatchObject({ id: made[0]?.user.id, name: made[0]?.user.name, email })
  expect(await readEmailClaim(email)).toBe(user?.id)
  expect(await readPasswordHash(user?.id ?? '')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('a row without its claim, left by a crash, does not block the address', async () => {
  const email = newEmail()
  await insertUser(
    {
      id: randomUUID(),
      email,
      name: 'Half made',
      role: 'member',
      emailVerifiedAt: null,
      sessionEpoch: 0,
      disabledAt: null,
      createdAt: new Date(),
    },
    'no hash',
  )
  expect(await readUserByEmail(email)).toBeNull()
  await createUser({ email, password, name: 'Ada' })
  expect(await readUserByEmail(email)).toMatchObject({ name: 'Ada' })
})

test('from the console: normalised, unconfirmed by default, with a password that is not printed', async () => {
  const email = newEmail()
  const user = await createUser({ email: ` ${email.toUpperCase()} `, password })
  expect(user).toMatchObject({ email, role: 'member', emailVerifiedAt: null })
  expect(inspect(user)).toContain('password: [redacted]')
  expect(inspect(user, { depth: 9, showHidden: true })).not.toMatch(/kestrel|argon2id/)
  const owner = await createUser({ email: newEmail(), password, role: 'owner', confirmed: true })
  expect(owner).toMatchObject({ role: 'owner', emailVerifiedAt: expect.any(Date) })
})

test('from the console: the same address again is refused, a bad password is not shown', async () => {
  const email = newEmail()
  await createUser({ email, password })
  await expect(createUser({ email: email.toUpperCase(), password })).rejects.toThrow(
    `There is already a user with the address ${email}.`,
  )
  const short = createUser({ email: newEmail(), password: 'zyx' })
  await expect(short).rejects.toThrow('Use at least 8 characters.')
  await expect(short).rejects.not.toThrow('zyx')
})
