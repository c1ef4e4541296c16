import { type ComponentProps, useId } from 'react'

type Props = ComponentProps<'textarea'> & { label: string; error?: string | undefined }

/** As `Field`, for text of several lines. */
export function TextArea({ label, error, id, className = '', ...area }: Props) {
  const made = useId()
  const areaId = id ?? made
  const errorId = error ? `${areaId}-error` : undefined
  return (
    <div className={`flex flex-col gap-1.5 ${className}`}>
      <label htmlFor={areaId} className="text-sm font-medium">
        {label}
      </label>
      <textarea
        rows={5}
        {...area}
        id={areaId}
        aria-invalid={error ? true : undefined}
        aria-describedby={errorId}
        className="rounded-control border border-edge bg-raise px-3 py-2 text-base text-text aria-invalid:border-bad"
      />
      {error ? (
        <p id={errorId} className="text-sm text-bad-text">
          {error}
        </p>
      ) : null}
    </div>
  )
}
