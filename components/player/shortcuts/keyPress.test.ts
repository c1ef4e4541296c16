import { expect, test } from 'vitest'
import { type Focus, keyMeant } from './keyPress.ts'
import { shortcuts } from './shortcuts.ts'

const idle: Focus = { kind: 'idle', isInPlayer: false }
const inPlayer: Focus = { kind: 'idle', isInPlayer: true }
const press = (key: string, focus: Focus = idle) => ({
  key,
  repeat: false,
  isCommand: false,
  focus,
})
const doneBy = (key: string, focus?: Focus, isEverywhere = true) =>
  keyMeant(press(key, focus), isEverywhere)?.does

test('no key does two things, and each is told', () => {
  const all = shortcuts.flatMap((each) => each.keys)
  expect(new Set(all).size).toBe(all.length)
  for (const { shown, does } of shortcuts) expect(shown && does).toBeTruthy()
})

test('letters count with and without Shift, and never with Ctrl', () => {
  expect(doneBy('K')).toBe('Play or pause')
  expect(doneBy('k')).toBe('Play or pause')
  expect(doneBy('x')).toBeUndefined()
  expect(keyMeant({ ...press('f'), isCommand: true }, true)).toBeUndefined()
})

test('somebody who types is left alone', () => {
  const typing: Focus = { kind: 'typing', isInPlayer: true }
  for (const { keys: each } of shortcuts)
    for (const key of each) expect(doneBy(key, typing)).toBeUndefined()
})

test('a button keeps its space, a slider its arrows; letters go on', () => {
  const control: Focus = { kind: 'control', isInPlayer: true }
  expect(doneBy(' ', control)).toBeUndefined()
  expect(doneBy('ArrowLeft', control)).toBeUndefined()
  expect(doneBy('k', control)).toBe('Play or pause')
})

test('up and down scroll the page unless the focus is in the player', () => {
  expect(doneBy('ArrowUp')).toBeUndefined()
  expect(doneBy('ArrowUp', inPlayer)).toMatch(/^Louder/)
  expect(doneBy('ArrowRight')).toBe('Ten seconds on')
})

test('turned off for the page, they still work in the player', () => {
  expect(doneBy('m', idle, false)).toBeUndefined()
  expect(doneBy('m', inPlayer, false)).toBe('Sound off or on')
})

test('held down, only what moves goes on', () => {
  expect(keyMeant({ ...press('.'), repeat: true }, true)?.does).toMatch(/^One frame on/)
  expect(keyMeant({ ...press('m'), repeat: true }, true)).toBeUndefined()
})
