import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isRoutedMethod } from './requestKind.ts'

const asked = (method: string) => ({ method }) as IncomingMessage

test.each(['GET', 'POST', 'OPTIONS'])('a route can answer %s', (method) => {
  expect(isRoutedMethod(asked(method))).toBe(true)
})

test.each(['TRACE', 'PROPFIND', 'post'])('no route can answer %s', (method) => {
  expect(isRoutedMethod(asked(method))).toBe(false)
})
