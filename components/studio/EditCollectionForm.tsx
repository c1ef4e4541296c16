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

/** What is said of a collection, and whether members see it. */
export function EditCollectionForm({ action, collection }: Props) {
  const { state, pending, field, hidden, box, formProps } = useActionForm(
    action,
    editCollectionSchema,
  )
  const { defaultValue: title = collection.title, ...titleField } = field('title')
  const { defaultValue: words = collection.description, ...wordsField } = field('description')
  const isFresh = state.outcome === 'none'
  const { defaultChecked: published, ...publishedBox } = box('published')
  const { defaultChecked: sequential, ...sequentialBox } = box('sequential')
  return (
    <form {...formProps} className="flex flex-col gap-4">
      <input type="hidden" {...hidden('collection', collection.id)} />
      <Field label="Title" autoComplete="off" {...titleField} defaultValue={title} />
      <TextArea label="Description" rows={3} {...wordsField} defaultValue={words} />
      <Checkbox
        label="Published"
        hint="Members find it in their library. Until then it is a draft."
        {...publishedBox}
        defaultChecked={isFresh ? collection.visibility === 'members' : published}
      />
      <Checkbox
        label="One after the other"
        hint="A video opens when the one before it is finished. What somebody has finished stays open to them."
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
