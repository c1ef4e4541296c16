import { afterEach, expect, it, vi } from 'vitest'
import { missingTools } from './missingTools.ts'

afterEach(() => vi.unstubAllEnvs())

it('names in one line what to install', () => {
  vi.stubEnv('PATH', '/nowhere')
  expect(missingTools()).toMatch(/^Uploads need ffmpeg on the server: .*apt-get install ffmpeg/)
})
