import { buttonClass } from '#components/ui/buttonClass.ts'
import { Select } from '#components/ui/Select.tsx'

type Choice = { value: string; name: string }

type Props = {
  path: string
  /** Kept in the URL. */
  period: string
  with: string
  periods: Choice[]
  videos: Choice[]
}

/** Chooses what the curve is compared with; a form that works without JavaScript. */
export function CompareChoice({ path, period, with: chosen, periods, videos }: Props) {
  return (
    <form action={`${path}#curve`} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="period" value={period} />
      <Select name="with" label="Compare with" defaultValue={chosen} key={chosen}>
        <option value="">Compare with…</option>
        {periods.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
        {videos.length > 0 ? (
          <optgroup label="Another video">
            {videos.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </optgroup>
        ) : null}
      </Select>
      <button type="submit" className={buttonClass('plain')}>
        Compare
      </button>
    </form>
  )
}
