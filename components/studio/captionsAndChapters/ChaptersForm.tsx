'use client'

import { useActionState, useState } from 'react'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { TextArea } from '#components/ui/TextArea.tsx'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'

type Props = {
  videoId: string
  /** The chapters as `writeChapters` formats them. */
  text: string
  save: FormAction
}

/** Edits a video's chapters as text, one per line. */
export function ChaptersForm({ videoId, text, save }: Props) {
  const [state, send, pending] = useActionState(save, emptyForm)
  const [typed, setTyped] = useState(text)
  return (
    <form action={send} className="flex max-w-form flex-col gap-4">
      <input type="hidden" name="video" value={videoId} />
      <TextArea
        label="Start times and titles"
        hint="One chapter per line, such as: 1:12 The storm"
        name="chapters"
        rows={6}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={state.errors.chapters}
        areaClass="figures"
      />
      <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>{state.message}</FormMessage>
      <SubmitButton kind="quiet" pending={pending} className="self-start">
        Save chapters
      </SubmitButton>
    </form>
  )
}
