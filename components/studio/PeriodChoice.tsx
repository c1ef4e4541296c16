import { buttonClass } from '#components/ui/buttonClass.ts'
import { Chips } from '#components/ui/Chips.tsx'

type Props = { path: string; period: string; now: Date }

const DAY = 86_400_000

/** All of it, or one UTC day; any day by its date, with a form that needs no script. */
export function PeriodChoice({ path, period, now }: Props) {
  const dayBefore = (days: number) =>
    new Date(now.getTime() - days * DAY).toISOString().slice(0, 10)
  const [today, yesterday] = [dayBefore(0), dayBefore(1)]
  const choices = [
    { name: 'All time', value: 'all' },
    { name: 'Today', value: today },
    { name: 'Yesterday', value: yesterday },
    { name: '7 days', value: `${dayBefore(6)}..${today}` },
  ]
  const chips = choices.map(({ name, value }) => ({
    name,
    href: value === 'all' ? path : `${path}?period=${value}`,
    here: value === period,
  }))
  return (
    <>
      <Chips label="Period, in UTC days" chips={chips} />
      <form action={path} className="flex items-center gap-2">
        <input
          type="date"
          name="period"
          aria-label="Another day"
          required
          max={today}
          defaultValue={/^\d{4}-\d{2}-\d{2}$/.test(period) ? period : undefined}
          className="min-h-8 rounded-full border border-line bg-transparent px-3 text-sm text-mute"
        />
        <button type="submit" className={buttonClass('plain')}>
          Show
        </button>
      </form>
    </>
  )
}
