'use client'

import { useActionForm } from '#components/forms/auth/useActionForm.ts'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { TextArea } from '#components/ui/TextArea.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { editVideoSchema } from '#lib/videos/editVideoSchema.ts'

type Props = {
  action: FormAction
  video: { id: string; title: string; description: string; isDraft: boolean }
}

/** What is said of a video, and whether members see it. */
export function EditVideoForm({ action, video }: Props) {
  const { state, pending, field, box, formProps } = useActionForm(action, editVideoSchema)
  const { error: _, ...hidden } = field('video')
  const { defaultValue: title = video.title, ...titleField } = field('title')
  const { defaultValue: words = video.description, ...wordsField } = field('description')
  const { defaultChecked, ...draftBox } = box('draft')
  const isDraft = state.outcome === 'none' ? video.isDraft : defaultChecked
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="hidden" {...hidden} defaultValue={video.id} />
      <Field label="Title" autoComplete="off" {...titleField} defaultValue={title} />
      <TextArea label="Description" {...wordsField} defaultValue={words} />
      <Checkbox
        label="Draft"
        hint="Only owners see it, members neither find nor open it. What was watched of it stays."
        {...draftBox}
        defaultChecked={isDraft}
      />
      <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>{state.message}</FormMessage>
      <SubmitButton kind="quiet" pending={pending} className="self-start">
        Save
      </SubmitButton>
    </form>
  )
}
