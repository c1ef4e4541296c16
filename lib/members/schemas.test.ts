import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import commonPasswords from './commonPasswords.json' with { type: 'json' }
import { loginSchema, resetSchema, signupSchema } from './schemas.ts'

const good = {
  name: 'Ada',
  email: 'ada@videos.example',
  password: 'kestrel over harbour',
  confirmPassword: 'kestrel over harbour',
}

function errorsOf(input: unknown): Record<string, string[]> {
  const parsed = signupSchema.safeParse(input)
  if (parsed.success) return {}
  const errors: Record<string, string[]> = {}
  for (const { path, message } of parsed.error.issues) {
    const field = path.join('.')
    errors[field] = [...(errors[field] ?? []), message]
  }
  return errors
}

const withPassword = (password: string) =>
  errorsOf({ ...good, password, confirmPassword: password })

describe('sign-up', () => {
  test('normalises the email', () => {
    expect(signupSchema.parse({ ...good, email: '  Ada@Videos.EXAMPLE ' }).email).toBe(good.email)
  })

  test('refuses two different passwords, beside the second, and shows neither', () => {
    const attempt = () => signupSchema.parse({ ...good, confirmPassword: 'heron over harbour' })
    expect(attempt).toThrow('The two passwords differ.')
    expect(errorsOf({ ...good, confirmPassword: 'heron over harbour' })).toEqual({
      confirmPassword: ['The two passwords differ.'],
    })
    try {
      attempt()
    } catch (error) {
      expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/kestrel|heron/)
      expect(JSON.stringify(error)).not.toMatch(/kestrel|heron/)
    }
  })

  test('reports that the passwords differ even when the name is missing', () => {
    const errors = errorsOf({ ...good, name: '', confirmPassword: 'heron over harbour' })
    expect(Object.keys(errors)).toEqual(['name', 'confirmPassword'])
  })

  test('returns passwords as secrets', () => {
    expect(inspect(signupSchema.parse(good))).not.toContain('kestrel')
    expect(signupSchema.parse(good).password.reveal()).toBe(good.password)
  })

  test.each([{}, null, [], 'text', { name: 1, email: {}, password: [], confirmPassword: null }])(
    'answers %j with messages, never throws',
    (input) => {
      expect(signupSchema.safeParse(input).success).toBe(false)
    },
  )

  test.each([
    'ada',
    'ada@',
    '@videos.example',
    'a b@videos.example',
    'ada@videos',
    'ada@x.y\r\nBcc:z',
  ])('refuses the address %j', (email) => {
    expect(Object.keys(errorsOf({ ...good, email }))).toEqual(['email'])
  })
})

describe('passwords', () => {
  test('seven code points are too few, an emoji is one', () => {
    expect(withPassword('🎬🎬🎬🎬🎬🎬🎬')).toHaveProperty('password')
    expect(withPassword('🎬🎬🎬🎬🎬🎬🎬🎬')).toEqual({})
  })

  test('64 and 128 code points are accepted, 129 are not', () => {
    expect(withPassword('x'.repeat(63).concat('y'))).toEqual({})
    expect(withPassword('🎬'.repeat(128))).toEqual({})
    expect(withPassword('x'.repeat(129))).toHaveProperty('password')
  })

  test('fifteen lower-case letters are accepted: no composition rules', () => {
    expect(withPassword('qzkvmwjxhbnrtls')).toEqual({})
  })

  test('more than 3,000 common ones are refused, in any case', () => {
    expect(commonPasswords.length).toBeGreaterThan(3000)
    for (const password of commonPasswords)
      expect(withPassword(password)).toHaveProperty('password')
    expect(withPassword('PassWord1')).toHaveProperty('password')
  })

  test("the site's name is refused, a phrase that holds it is not", () => {
    expect(withPassword('framewise')).toHaveProperty('password')
    expect(withPassword('Framewise2026')).toHaveProperty('password')
    expect(withPassword('a rather long framewise phrase')).toEqual({})
  })
})

test('log-in takes any password and reads the box', () => {
  const login = { email: 'Ada@videos.example', password: 'x', remember: 'on' }
  expect(loginSchema.parse(login)).toMatchObject({ email: 'ada@videos.example', remember: true })
  expect(loginSchema.parse({ email: 'ada@videos.example', password: 'x' }).remember).toBe(false)
})

test('a reset follows the same rules', () => {
  const reset = { token: 't', password: 'password1', confirmPassword: 'password1' }
  expect(resetSchema.safeParse(reset).success).toBe(false)
})
