import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { deleteUser } from '#db/users.ts'
import { createUser } from './createUser.ts'
import { countMembers, listMembers, type MemberQuery, namesOf } from './listMembers.ts'

async function withMembers(count: number, check: (ids: string[]) => Promise<void>) {
  const ids: string[] = []
  try {
    for (let i = 0; i < count; i++) {
      const email = `${randomUUID()}@example.com`
      ids.push((await createUser({ email, password: randomUUID() })).id)
    }
    await check(ids)
  } finally {
    await Promise.all(ids.map(deleteUser))
  }
}

test('every member is on exactly one page', () =>
  withMembers(5, async (ids) => {
    const seen: string[] = []
    let after: string | null = null
    do {
      const page = await listMembers(after, 2)
      expect(page.members.length).toBeLessThanOrEqual(2)
      seen.push(...page.members.map(({ id }) => id))
      after = page.next
    } while (after)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(ids))
  }))

test('one is found by part of a name or an address, whatever the case', async () => {
  const mark = randomUUID()
  const [ada, ben] = await Promise.all([
    createUser({ email: `${mark}.ada@example.com`, password: mark, name: 'Ada', confirmed: true }),
    createUser({ email: `${mark}@example.com`, password: mark, name: `Ben ${mark}` }),
  ])
  try {
    const find = async (search: string, filter: MemberQuery['filter'] = 'all') =>
      (await listMembers(null, 10, { search, filter })).members.map(({ id }) => id).sort()
    expect(await find(`${mark.toUpperCase()}.A`)).toEqual([ada.id])
    expect(await find(` ben ${mark}`)).toEqual([ben.id])
    expect(await find(mark)).toEqual([ada.id, ben.id].sort())
    expect(await find(mark, 'unconfirmed')).toEqual([ben.id])
    expect(await find(mark, 'owners')).toEqual([])
    const first = await listMembers(null, 1, { search: mark, filter: 'all' })
    const second = await listMembers(first.next, 1, { search: mark, filter: 'all' })
    expect([...first.members, ...second.members].map(({ id }) => id).sort()).toEqual(
      [ada.id, ben.id].sort(),
    )
    expect(second.next).toBeNull()
  } finally {
    await Promise.all([ada.id, ben.id].map(deleteUser))
  }
})

test('an address with a false page shows the first', () =>
  withMembers(1, async () => {
    expect(await listMembers('nonsense', 1)).toEqual(await listMembers(null, 1))
  }))

test('they are counted', () =>
  withMembers(3, async () => {
    expect(await countMembers(new Date())).toBeGreaterThanOrEqual(3)
  }))

test('an id that is gone has no name', () =>
  withMembers(1, async ([id = '']) => {
    const names = await namesOf([id, id, randomUUID()])
    expect([...names.keys()]).toEqual([id])
  }))
