import type { History } from './history.ts'
import type { Fault } from './nemesis.ts'

const HEAD = ['fault', 'at', 'over after', '204', '503', 'no answer', 'other', 'longest answer']

/**
 * The responses of a run as a Markdown table: a row for each fault, with the responses until the next.
 * @param began @param ended ms since 1970: of the load.
 */
export function tableOf(faults: Fault[], history: History, began: number, ended: number): string {
  const first = faults[0]?.startedAt ?? ended
  const calm: Fault = { name: 'none yet', startedAt: began, recoveredAt: began }
  const rows = [...(first > began ? [calm] : []), ...faults].map((fault, i, all) => {
    const { statuses, slowestMs } = history.between(fault.startedAt, all[i + 1]?.startedAt ?? ended)
    const count = (status: number) => statuses.get(status) ?? 0
    const sum = [...statuses.values()].reduce((total, more) => total + more, 0)
    return [
      fault.name,
      seconds(fault.startedAt - began),
      seconds(fault.recoveredAt - fault.startedAt),
      `${count(204)}`,
      `${count(503)}`,
      `${count(0)}`,
      `${sum - count(204) - count(503) - count(0)}`,
      seconds(slowestMs),
    ]
  })
  const rule = HEAD.map((_, i) => (i === 0 ? '---' : '--:'))
  return [HEAD, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
