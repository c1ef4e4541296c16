'use client'

import { useActionState, useId, useState } from 'react'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'

type Props = {
  videoId: string
  /** As `writeChapters` writes them. */
  text: string
  save: FormAction
}

/** A film's chapters as text, a line each. */
export function ChaptersForm({ videoId, text, save }: Props) {
  const [state, send, pending] = useActionState(save, emptyForm)
  const [typed, setTyped] = useState(text)
  const id = useId()
  const error = state.errors.chapters
  return (
    <form action={send} className="flex max-w-form flex-col gap-4">
      <input type="hidden" name="video" value={videoId} />
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-sm font-medium">
          Times and titles
        </label>
        <p id={`${id}-hint`} className="text-sm text-mute">
          A line each, with the time at which it begins: 1:12 The storm.
        </p>
        <textarea
          id={id}
          name="chapters"
          rows={6}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
          className="figures rounded-control border border-edge bg-raise px-3 py-2 text-base text-text aria-invalid:border-bad"
        />
        {error ? (
          <p id={`${id}-error`} className="text-sm text-bad-text">
            {error}
          </p>
        ) : null}
      </div>
      <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>{state.message}</FormMessage>
      <SubmitButton kind="quiet" pending={pending} className="self-start">
        Save chapters
      </SubmitButton>
    </form>
  )
}
