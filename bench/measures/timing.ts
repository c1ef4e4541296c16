import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { formFields } from '#testing/formFields.ts'
import { makePeople } from '#testing/people.ts'
import { resendDouble, sent } from '#testing/resendDouble.ts'
import { fromRandomAddress, LogIns } from '../load/logIns.ts'
import { format, median } from '../numbers.ts'
import type { Result, TableRow } from '../result.ts'
import { SERVER, startSite } from '../site.ts'

const LOG_INS = 400
/** Fewer than LOG_INS, because a sign-up takes half a second. */
const FORMS = 60
const WARM = 20
/** Work that continues after a response must not fall into the time of the next one. */
const PAUSE_MS = 50
/** Fewer than the limit of an hour. */
const TRIES_AN_ACCOUNT = 40
const TARGET_PERCENT = 5

const unknown = () => `${randomUUID()}@example.test`

/** Whether the time of a response reveals that an address is known. */
export async function measureTiming(log: (line: string) => void): Promise<Result> {
  const accounts = await makePeople(Math.max(LOG_INS / TRIES_AN_ACCOUNT, FORMS) + WARM)
  const resend = await resendDouble(() => sent)
  const site = await startSite(SERVER, {
    TRUSTED_PROXIES: '1',
    LOG_LEVEL: 'silent',
    RESEND_API_KEY: 're_bench',
    RESEND_BASE_URL: resend.baseUrl,
  })
  try {
    const logIns = await LogIns.open(site.port)
    const known = (turn: number) => accounts[turn % accounts.length]?.email ?? ''
    const logIn = async (email: string) => {
      const { status } = await logIns.try({ email, password: 'not the password' })
      if (status !== 401) throw new Error(`A wrong password was answered ${status}`)
    }
    const forms = `http://127.0.0.1:${site.port}`
    const signUp = await formOf(`${forms}/signup`, {
      name: 'Ada',
      password: 'kestrel over the harbour',
      confirmPassword: 'kestrel over the harbour',
    })
    const forgot = await formOf(`${forms}/forgot`, {})
    const rows = [
      await compare('log-in with a wrong password', LOG_INS, known, logIn),
      await compare('sign-up', FORMS, known, signUp),
      await compare('forgot password', FORMS, known, forgot),
    ]
    for (const line of rows) log(`${line.measure}: ${line.ratio}`)
    return {
      rows,
      notes: [
        `Medians of ${LOG_INS} tries to log in and of ${FORMS} forms of each kind, a known and an unknown address taking turns, the order of each pair changing, after ${WARM} that do not count.`,
      ],
    }
  } finally {
    await site.stop()
    resend.close()
  }
}

/** @returns a function that submits the form of a page with an address, without JavaScript. */
async function formOf(url: string, typed: Record<string, string>) {
  const fields = { ...formFields(await (await fetch(url)).text()), ...typed }
  return async (email: string) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...fields, email })) body.append(name, value)
    const headers = { origin: new URL(url).origin, ...fromRandomAddress() }
    const answer = await fetch(url, { method: 'POST', headers, body })
    const text = await answer.text()
    if (!text.includes('Check your email')) throw new Error(`${url} answered ${answer.status}`)
  }
}

async function compare(
  measure: string,
  times: number,
  known: (turn: number) => string,
  ask: (email: string) => Promise<void>,
): Promise<TableRow> {
  const durations = { known: [] as number[], unknown: [] as number[] }
  for (let turn = -WARM; turn < times; turn++) {
    const kinds = turn % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const kind of kinds) {
      const email = kind === 'known' ? known(turn + WARM) : unknown()
      const begun = performance.now()
      await ask(email)
      if (turn >= 0) durations[kind].push(performance.now() - begun)
      await wait(PAUSE_MS)
    }
  }
  const [ours, other] = [median(durations.known), median(durations.unknown)]
  const apart = (Math.abs(ours - other) / Math.min(ours, other)) * 100
  return {
    measure: `${measure}: ms for a known address`,
    ours: format(ours),
    other: `${format(other)} for an unknown one`,
    ratio: `${format(apart)} % apart`,
    target: `< ${TARGET_PERCENT} %`,
    isMet: apart < TARGET_PERCENT,
  }
}
