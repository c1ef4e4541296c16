import { expect, it } from 'vitest'
import { readCaptions } from './webVtt.ts'

const read = (text: string) => readCaptions(new TextEncoder().encode(text))

it('makes WebVTT of SubRip', () => {
  const srt =
    '\uFEFF1\r\n00:00:01,000 --> 00:00:02,500 X1:40 X2:600 Y1:20 Y2:50\r\n' +
    '{\\an8}<font color="#ff0">Rain</font> <i>falls</i>\r\non --> us\r\n\r\n' +
    '2\r\n01:00:03,25 --> 01:00:04,000\r\nMore\r\n'
  expect(read(srt)).toEqual({
    ok: true,
    vtt:
      'WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nRain <i>falls</i>\non → us\n\n' +
      '01:00:03.250 --> 01:00:04.000\nMore\n',
  })
})

it('keeps WebVTT as it is, less what is beside the captions', () => {
  const vtt =
    'WEBVTT - a title\n\nNOTE 00:00 --> never\nmind\n\nSTYLE\n::cue { color: red }\n\n' +
    'intro\n00:01.000 --> 00:02.000 line:0 align:start\n<v Ada>Hello</v>\n'
  expect(read(vtt)).toEqual({
    ok: true,
    vtt: 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000 line:0 align:start\n<v Ada>Hello</v>\n',
  })
})

it('puts captions in their order, and leaves out empty ones', () => {
  const answer = read(
    '3\n00:00:05,0 --> 00:00:06,0\nB\n\n1\n00:00:01,0 --> 00:00:02,0\nA\n\n00:00:07,0 --> 00:00:08,0\n',
  )
  expect(answer).toMatchObject({ vtt: expect.stringMatching(/A\n\n.*\nB\n$/) })
})

it('reads what was written before UTF-8', () => {
  const bytes = Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nGr\xfc\xdfe\n', 'latin1')
  expect(readCaptions(bytes)).toMatchObject({ vtt: expect.stringContaining('Grüße') })
})

it.each([
  ['', /no captions/],
  ['Hello', /no captions/],
  ['WEBVTT\n', /no captions/],
  ['1\n00:00:01,000 --> soon\nA', /not a time/],
  ['1\n00:00:02,000 --> 00:00:01,000\nA', /not a time/],
])('refuses %j', (text, reason) => {
  expect(read(text)).toEqual({ ok: false, reason: expect.stringMatching(reason) })
})

it('is through with half a megabyte of beginnings at once', () => {
  for (const mark of ['<', '{\\'])
    expect(read(`00:00:01,0 --> 00:00:02,0\n${mark.repeat(500_000 / mark.length)}\n`).ok).toBe(true)
}, 2_000)
