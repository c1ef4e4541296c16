import type { useActionForm } from '#components/forms/useActionForm.ts'
import { Field } from '#components/ui/Field.tsx'

type Props = {
  /** From the `useActionForm` of the form. */
  field: ReturnType<typeof useActionForm>['field']
  label?: string
  hint?: string
}

/** A new password and its confirmation, for every form that sets one. */
export function NewPasswordFields({
  field,
  label = 'Password',
  hint = 'At least 8 characters; a few words make a good one.',
}: Props) {
  return (
    <>
      <Field
        label={label}
        type="password"
        autoComplete="new-password"
        hint={hint}
        {...field('password')}
      />
      <Field
        label="Confirm password"
        type="password"
        autoComplete="new-password"
        {...field('confirmPassword')}
      />
    </>
  )
}
