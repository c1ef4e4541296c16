import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { certificateNumber, readCertificateNumber } from './certificate.ts'

const certificate = {
  memberId: randomUUID(),
  collectionId: randomUUID(),
  day: new Date('2026-11-23T00:00:00Z'),
}

it('contains the member, the course and the day', () => {
  const number = certificateNumber({ ...certificate, day: new Date('2026-11-23T15:04:05Z') })
  expect(readCertificateNumber(number)).toEqual(certificate)
})

it('is refused when a letter is changed, when truncated, extended or spelled non-canonically', () => {
  const number = certificateNumber(certificate)
  for (let at = 0; at < number.length; at++) {
    const other = number[at] === 'A' ? 'B' : 'A'
    expect(
      readCertificateNumber(number.slice(0, at) + other + number.slice(at + 1)),
      `${at}`,
    ).toBeNull()
  }
  for (const wrong of ['', 'x', number.slice(0, -1), `${number}A`, `${number}=`, ` ${number}`])
    expect(readCertificateNumber(wrong), wrong).toBeNull()
})
