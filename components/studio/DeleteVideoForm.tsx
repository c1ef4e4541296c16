'use client'

import { useActionForm } from '#components/forms/auth/useActionForm.ts'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { deleteVideoSchema } from '#lib/videos/editVideoSchema.ts'

type Props = { action: FormAction; videoId: string }

export function DeleteVideoForm({ action, videoId }: Props) {
  const { state, pending, field, box, formProps } = useActionForm(action, deleteVideoSchema)
  const { error: _, ...hidden } = field('video')
  return (
    <form {...formProps} className="flex flex-col items-start gap-4">
      <input type="hidden" {...hidden} defaultValue={videoId} />
      <Checkbox label="I know that this cannot be undone" {...box('sure')} />
      <FormMessage>{state.message ?? field('sure').error}</FormMessage>
      <SubmitButton kind="danger" pending={pending}>
        Delete the video
      </SubmitButton>
    </form>
  )
}
