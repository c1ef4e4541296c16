import { buttonClass } from '#components/ui/buttonClass.ts'
import { Chips } from '#components/ui/Chips.tsx'
import { DateField } from '#components/ui/DateField.tsx'
import { dayAt, lastDays, type Period } from '#lib/watch/analytics/period.ts'

type Props = { path: string; text: string; period: Period; now: Date }

/** All time, the last UTC days, or a range of dates; works without JavaScript. */
export function PeriodChoice({ path, text, period, now }: Props) {
  const today = dayAt(now.getTime())
  const choices = [
    { name: 'All time', value: 'all' },
    { name: 'Today', value: today },
    { name: 'Last 7 days', value: lastDays(7, now) },
    { name: 'Last 28 days', value: lastDays(28, now) },
  ]
  const chips = choices.map(({ name, value }) => ({
    name,
    href: value === 'all' ? path : `${path}?period=${value}`,
    isCurrent: value === text,
  }))
  const days = period === 'all' ? undefined : period
  return (
    <>
      <Chips label="Period (UTC days)" chips={chips} />
      <form action={path} className="flex flex-wrap items-center gap-2">
        <DateField name="from" label="Start date" max={today} defaultValue={days?.from} required />
        <span className="text-sm text-mute">to</span>
        <DateField name="to" label="End date" max={today} defaultValue={days?.to} />
        <button type="submit" className={buttonClass('plain')}>
          Apply
        </button>
      </form>
    </>
  )
}
