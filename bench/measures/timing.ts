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
/** A sign-up takes half a second, and fewer tell as much. */
const FORMS = 60
const WARM = 20
/** What goes on behind an answer must not fall into the next one's time. */
const PAUSE_MS = 50
/** So often one account is tried: fewer than an hour's limit. */
const TRIES_AN_ACCOUNT = 40
const TARGET_PERCENT = 5

const unknown = () => `${randomUUID()}@example.test`

/** Whether the time of an answer tells that an address is known. */
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

/** @returns what sends the form of a page as a browser without JavaScript does, with an address. */
async function formOf(url: string, typed: Record<string, string>) {
  const fields = { ...formFields(await (await fetch(url)).text()), ...typed }
  return async (email: string) => {
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...fields, email })) body.append(name, value)
    const headers = { origin: new URL(url).origin, ...fromRandomAddress() }
    const answer = await fetch(url, { method: 'POST', headers, body })
    const text = await answer.text()
    if (!text.includes('Look into your mail')) throw new Error(`${url} answered ${answer.status}`)
  }
}

async function compare(
  measure: string,
  times: number,
  known: (turn: number) => string,
  ask: (email: string) => Promise<void>,
): Promise<TableRow> {
  const took = { known: [] as number[], unknown: [] as number[] }
  for (let turn = -WARM; turn < times; turn++) {
    const kinds = turn % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)
    for (const kind of kinds) {
      const email = kind === 'known' ? known(turn + WARM) : unknown()
      const begun = performance.now()
      await ask(email)
      if (turn >= 0) took[kind].push(performance.now() - begun)
      await wait(PAUSE_MS)
    }
  }
  const [ours, other] = [median(took.known), median(took.unknown)]
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
