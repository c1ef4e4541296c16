import { expect, test } from 'vitest'
import { type Focus, findShortcut } from './findShortcut.ts'
import { shortcuts } from './shortcuts.ts'

const idle: Focus = { kind: 'idle', isInPlayer: false }
const inPlayer: Focus = { kind: 'idle', isInPlayer: true }
const press = (key: string, focus: Focus = idle) => ({
  key,
  isRepeat: false,
  isCommand: false,
  focus,
})
const descriptionOf = (key: string, focus?: Focus, isEverywhere = true) =>
  findShortcut(press(key, focus), isEverywhere)?.description

test('no key has two shortcuts, and each has a description', () => {
  const all = shortcuts.flatMap((each) => each.keys)
  expect(new Set(all).size).toBe(all.length)
  for (const { label, description } of shortcuts) expect(label && description).toBeTruthy()
})

test('letters count with and without Shift, and never with Ctrl', () => {
  expect(descriptionOf('K')).toBe('Play or pause')
  expect(descriptionOf('k')).toBe('Play or pause')
  expect(descriptionOf('x')).toBeUndefined()
  expect(findShortcut({ ...press('f'), isCommand: true }, true)).toBeUndefined()
})

test('no shortcut works in a text field', () => {
  const typing: Focus = { kind: 'typing', isInPlayer: true }
  for (const { keys: each } of shortcuts)
    for (const key of each) expect(descriptionOf(key, typing)).toBeUndefined()
})

test('buttons keep space and sliders the arrows; letters are shortcuts there too', () => {
  const control: Focus = { kind: 'control', isInPlayer: true }
  expect(descriptionOf(' ', control)).toBeUndefined()
  expect(descriptionOf('ArrowLeft', control)).toBeUndefined()
  expect(descriptionOf('k', control)).toBe('Play or pause')
})

test('up and down scroll the page unless the player has the focus', () => {
  expect(descriptionOf('ArrowUp')).toBeUndefined()
  expect(descriptionOf('ArrowUp', inPlayer)).toMatch(/^Volume up/)
  expect(descriptionOf('ArrowRight')).toBe('Forward 10 seconds')
})

test('turned off for the page, they still work in the player', () => {
  expect(descriptionOf('m', idle, false)).toBeUndefined()
  expect(descriptionOf('m', inPlayer, false)).toBe('Mute or unmute')
})

test('only shortcuts that move something repeat while held down', () => {
  expect(findShortcut({ ...press('.'), isRepeat: true }, true)?.description).toMatch(/^Next frame/)
  expect(findShortcut({ ...press('m'), isRepeat: true }, true)).toBeUndefined()
})
