import { expect, it } from 'vitest'
import { readCaptions } from './webVtt.ts'

const read = (text: string) => readCaptions(new TextEncoder().encode(text))

it('converts SubRip to WebVTT', () => {
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

it('keeps the cues of WebVTT and drops other blocks', () => {
  const vtt =
    'WEBVTT - a title\n\nNOTE 00:00 --> never\nmind\n\nSTYLE\n::cue { color: red }\n\n' +
    'intro\n00:01.000 --> 00:02.000 line:0 align:start\n<v Ada>Hello</v>\n'
  expect(read(vtt)).toEqual({
    ok: true,
    vtt: 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000 line:0 align:start\n<v Ada>Hello</v>\n',
  })
})

it('sorts cues and drops empty ones', () => {
  const answer = read(
    '3\n00:00:05,0 --> 00:00:06,0\nB\n\n1\n00:00:01,0 --> 00:00:02,0\nA\n\n00:00:07,0 --> 00:00:08,0\n',
  )
  expect(answer).toMatchObject({ vtt: expect.stringMatching(/A\n\n.*\nB\n$/) })
})

it('reads Windows-1252', () => {
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

it('takes linear time for half a megabyte of opening brackets', () => {
  for (const mark of ['<', '{\\'])
    expect(read(`00:00:01,0 --> 00:00:02,0\n${mark.repeat(500_000 / mark.length)}\n`).ok).toBe(true)
}, 2_000)
