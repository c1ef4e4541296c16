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
    hint: 'Only owners can see it. Its statistics are kept.',
  },
  { value: 'members', name: 'Members', hint: 'Members see it in their library.' },
  {
    value: 'public',
    name: 'Public',
    hint: 'Guests can watch it from the home page, too. Their plays are not counted.',
  },
]

/** Title, description and visibility of a video. */
export function EditVideoForm({ action, video }: Props) {
  const { state, pending, field, hidden, formProps } = useActionForm(action, editVideoSchema)
  const { defaultValue: title = video.title, ...titleField } = field('title')
  const { defaultValue: description = video.description, ...descriptionField } =
    field('description')
  const { defaultValue: chosen = video.visibility, ...visibility } = field('visibility')
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="hidden" {...hidden('video', video.id)} />
      <Field label="Title" autoComplete="off" {...titleField} defaultValue={title} />
      <TextArea label="Description" {...descriptionField} defaultValue={description} />
      <RadioGroup
        label="Visibility"
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
