'use client'

import { useActionState } from 'react'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { Select } from '#components/ui/Select.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'

type Props = {
  action: FormAction
  collectionId: string
  videos: { id: string; title: string }[]
}

/** Adds a video at the end of a collection. */
export function AddToCollectionForm({ action, collectionId, videos }: Props) {
  const [state, send, pending] = useActionState(action, emptyForm)
  return (
    <form action={send} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="collection" value={collectionId} />
      <Select name="video" label="Video">
        {videos.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <SubmitButton kind="quiet" pending={pending}>
        Add video
      </SubmitButton>
      <FormMessage>{state.message ?? state.errors.video}</FormMessage>
    </form>
  )
}
