import { describe, expect, test } from 'vitest'
import { isHttps, isOwnOrigin, linkOrigin, ownOrigins } from './origin.ts'

const local = { PORT: 3000 }
const hosted = { PORT: 3000, NEXTAUTH_URL: 'https://videos.example/' }

describe('without NEXTAUTH_URL', () => {
  test.each(['localhost:3000', '127.0.0.1:3000'])('%s is our own', (host) => {
    expect(isOwnOrigin(`http://${host}`, host, local)).toBe(true)
  })

  test.each([
    ['nothing', undefined, 'localhost:3000'],
    ['null', 'null', 'localhost:3000'],
    ['a foreign origin', 'http://evil.example', 'localhost:3000'],
    ['a foreign host', 'http://localhost:3000', 'evil.example'],
    ['no host', 'http://localhost:3000', undefined],
    ['both foreign, alike', 'http://evil.example', 'evil.example'],
    ['our other origin', 'http://127.0.0.1:3000', 'localhost:3000'],
    ['another port', 'http://localhost:3001', 'localhost:3001'],
    ['https', 'https://localhost:3000', 'localhost:3000'],
    ['a longer name', 'http://localhost:3000.evil.example', 'localhost:3000'],
  ])('%s is not', (_, origin, host) => {
    expect(isOwnOrigin(origin, host, local)).toBe(false)
  })

  test('a link begins with the host that was asked for only if it is ours', () => {
    expect(linkOrigin('127.0.0.1:3000', local)).toBe('http://127.0.0.1:3000')
    expect(linkOrigin('evil.example', local)).toBe('http://localhost:3000')
    expect(linkOrigin(undefined, local)).toBe('http://localhost:3000')
  })

  test('port 80 is not written out', () => {
    expect(ownOrigins({ PORT: 80 })).toEqual(['http://localhost', 'http://127.0.0.1'])
  })
})

test('NEXTAUTH_URL is the only origin when it is set', () => {
  expect(isOwnOrigin('https://videos.example', 'videos.example', hosted)).toBe(true)
  expect(isOwnOrigin('https://videos.example', 'VIDEOS.example', hosted)).toBe(true)
  expect(isOwnOrigin('http://localhost:3000', 'localhost:3000', hosted)).toBe(false)
  expect(linkOrigin('localhost:3000', hosted)).toBe('https://videos.example')
  expect(isHttps(hosted)).toBe(true)
  expect(isHttps(local)).toBe(false)
})
