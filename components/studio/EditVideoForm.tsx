'use client'

import { useActionForm } from '#components/forms/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { RadioGroup } from '#components/ui/RadioGroup.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { TextArea } from '#components/ui/TextArea.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { editVideoSchema } from '#lib/videos/editVideoSchema.ts'
import type { Video } from '#lib/videos/video.ts'

type Props = {
  action: FormAction
  video: Pick<Video, 'id' | 'title' | 'description' | 'visibility'>
}

const visibilities = [
  {
    value: 'draft',
    name: 'Draft',
    hint: 'Only owners see it, members neither find nor open it. What was watched of it stays.',
  },
  { value: 'members', name: 'Members', hint: 'Members find it in their library.' },
  {
    value: 'public',
    name: 'Everyone',
    hint: 'Guests find it on the front page, too, and may watch it; what they watch is not counted.',
  },
]

/** What is said of a video, and who may watch it. */
export function EditVideoForm({ action, video }: Props) {
  const { state, pending, field, hidden, formProps } = useActionForm(action, editVideoSchema)
  const { defaultValue: title = video.title, ...titleField } = field('title')
  const { defaultValue: words = video.description, ...wordsField } = field('description')
  const { defaultValue: chosen = video.visibility, ...visibility } = field('visibility')
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="hidden" {...hidden('video', video.id)} />
      <Field label="Title" autoComplete="off" {...titleField} defaultValue={title} />
      <TextArea label="Description" {...wordsField} defaultValue={words} />
      <RadioGroup
        label="Who may watch it"
        choices={visibilities}
        chosen={chosen}
        key={chosen}
        {...visibility}
      />
      <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>{state.message}</FormMessage>
      <SubmitButton kind="quiet" pending={pending} className="self-start">
        Save
      </SubmitButton>
    </form>
  )
}
