import { type ComponentProps, useId } from 'react'

type Props = Omit<ComponentProps<'input'>, 'type' | 'value' | 'id' | 'defaultValue'> & {
  label: string
  choices: readonly { value: string; name: string; hint: string }[]
  chosen: string
  error?: string | undefined
}

/** Radio buttons, each with a hint. Other props go to the inputs. */
export function RadioGroup({ label, choices, chosen, error, autoFocus: _, ...input }: Props) {
  const id = useId()
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {choices.map(({ value, name, hint }) => (
        <div key={value} className="grid grid-cols-[auto_1fr] items-center gap-x-2.5">
          <input
            {...input}
            type="radio"
            id={`${id}-${value}`}
            value={value}
            defaultChecked={value === chosen}
            aria-describedby={`${id}-${value}-hint`}
            className="size-4.5 accent-accent"
          />
          <label htmlFor={`${id}-${value}`} className="text-sm">
            {name}
          </label>
          <p id={`${id}-${value}-hint`} className="col-start-2 text-sm text-mute">
            {hint}
          </p>
        </div>
      ))}
      {error ? (
        <p id={`${id}-error`} className="text-sm text-bad-text">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
