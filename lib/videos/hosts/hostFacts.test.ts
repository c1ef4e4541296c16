import { expect, test } from 'vitest'
import { isPictureOf, listHosts } from './hostFacts.ts'

test('a picture comes from the host of its video', () => {
  expect(isPictureOf('youtube', 'https://i.ytimg.com/vi/x/hqdefault.jpg')).toBe(true)
  expect(isPictureOf('wistia', 'https://embed-ssl.wistia.com/deliveries/x.jpg')).toBe(true)
  const others = [
    'http://i.ytimg.com/vi/x/hqdefault.jpg',
    'https://i.ytimg.com.evil.example/x.jpg',
    'https://i.ytimg.com@evil.example/x.jpg',
    'https://evil.example/i.ytimg.com',
    'javascript:alert(1)',
    '//i.ytimg.com/x.jpg',
  ]
  for (const other of others) expect(isPictureOf('youtube', other), other).toBe(false)
  expect(isPictureOf('file', 'https://i.ytimg.com/vi/x/hqdefault.jpg')).toBe(false)
})

test('hosts are listed as a sentence lists them', () => {
  expect(listHosts('or', ({ ownFiles }) => !ownFiles)).toBe('YouTube, Vimeo, Wistia or Mux')
  expect(listHosts('and', ({ name }) => name === 'Mux')).toBe('Mux')
  expect(listHosts('and', () => false)).toBe('')
})
