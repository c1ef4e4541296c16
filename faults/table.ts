import type { History } from './history.ts'
import type { Fault } from './nemesis.ts'

const HEAD = ['fault', 'at', 'over after', '204', '503', 'no answer', 'other', 'longest answer']

/** What befell the load, as a Markdown table; a fault's answers are those until the next one. */
export function tableOf(faults: Fault[], answers: History, began: number, ended: number): string {
  const first = faults[0]?.at ?? ended
  const calm = { name: 'none yet', at: began, over: began }
  const rows = [...(first > began ? [calm] : []), ...faults].map((fault, i, all) => {
    const { statuses, longest } = answers.between(fault.at, all[i + 1]?.at ?? ended)
    const count = (status: number) => statuses.get(status) ?? 0
    const sum = [...statuses.values()].reduce((total, more) => total + more, 0)
    return [
      fault.name,
      seconds(fault.at - began),
      seconds(fault.over - fault.at),
      `${count(204)}`,
      `${count(503)}`,
      `${count(0)}`,
      `${sum - count(204) - count(503) - count(0)}`,
      seconds(longest),
    ]
  })
  const rule = HEAD.map((_, i) => (i === 0 ? '---' : '--:'))
  return [HEAD, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
