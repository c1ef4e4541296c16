'use client'

import { useActionForm } from '#components/forms/useActionForm.ts'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { TextArea } from '#components/ui/TextArea.tsx'
import type { Collection } from '#lib/collections/collection.ts'
import { editCollectionSchema } from '#lib/collections/schemas.ts'
import type { FormAction } from '#lib/members/formState.ts'

type Props = { action: FormAction; collection: Collection }

/** Title, description, visibility and order of a collection. */
export function EditCollectionForm({ action, collection }: Props) {
  const { state, pending, field, hidden, box, formProps } = useActionForm(
    action,
    editCollectionSchema,
  )
  const { defaultValue: title = collection.title, ...titleField } = field('title')
  const { defaultValue: description = collection.description, ...descriptionField } =
    field('description')
  const isFresh = state.outcome === 'none'
  const { defaultChecked: published, ...publishedBox } = box('published')
  const { defaultChecked: sequential, ...sequentialBox } = box('sequential')
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="hidden" {...hidden('collection', collection.id)} />
      <Field label="Title" autoComplete="off" {...titleField} defaultValue={title} />
      <TextArea label="Description" rows={3} {...descriptionField} defaultValue={description} />
      <Checkbox
        label="Published"
        hint="Members see it in their library. Otherwise it is a draft."
        {...publishedBox}
        defaultChecked={isFresh ? collection.visibility === 'members' : published}
      />
      <Checkbox
        label="Watch in order"
        hint="Each video unlocks when the one before it is finished. Videos a member has already finished stay unlocked."
        {...sequentialBox}
        defaultChecked={isFresh ? collection.sequential : sequential}
      />
      <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>{state.message}</FormMessage>
      <SubmitButton kind="quiet" pending={pending} className="self-start">
        Save
      </SubmitButton>
    </form>
  )
}
