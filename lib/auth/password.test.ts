import argon2 from 'argon2'
import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'
import { Secret } from './secret.ts'

async function hashOf(text: string): Promise<string> {
  const hashed = await hashPassword(new Secret(text))
  if (!hashed.ok) throw new Error(hashed.reason)
  return hashed.hash
}

test('a hash is argon2id with the parameters of the guide', async () => {
  expect(await hashOf('kestrel over harbour')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('case and the 73rd byte matter', async () => {
  const long = 'x'.repeat(72)
  const hash = await hashOf(`${long}a`)
  expect(await verifyPassword(hash, new Secret(`${long}a`))).toMatchObject({ matches: true })
  expect(await verifyPassword(hash, new Secret(`${long}b`))).toMatchObject({ matches: false })
  expect(await verifyPassword(hash, new Secret(`${long}A`))).toMatchObject({ matches: false })
})

test('a missing hash matches no password', async () => {
  expect(await verifyPassword(null, new Secret('anything at all'))).toEqual({
    ok: true,
    matches: false,
    needsRehash: false,
  })
})

test('a weaker hash needs a rehash, but only for someone who knew the password', async () => {
  const weak = await argon2.hash('kestrel', { memoryCost: 8192, timeCost: 2, parallelism: 1 })
  expect(await verifyPassword(weak, new Secret('kestrel'))).toMatchObject({ needsRehash: true })
  expect(await verifyPassword(weak, new Secret('heron'))).toMatchObject({ needsRehash: false })
})
