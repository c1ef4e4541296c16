'use client'

import { useActionState } from 'react'
import { ButtonForm } from '#components/forms/ButtonForm.tsx'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'
import type { Caption } from '#lib/videos/video.ts'

type Props = { videoId: string; captions: Caption[]; add: FormAction; remove: FormAction }

/** The captions of a video, and a form that adds more. */
export function CaptionsForm({ videoId, captions, add, remove }: Props) {
  const [state, send, pending] = useActionState(add, emptyForm)
  const { errors, values } = state
  const kept = state.outcome === 'refused' ? values : {}
  return (
    <div className="flex max-w-form flex-col gap-4">
      {captions.length > 0 ? (
        <ul className="border-t border-line">
          {captions.map(({ path, label, language }) => (
            <li
              key={path}
              className="flex items-center justify-between gap-4 border-b border-line py-2"
            >
              <span>
                {label} <span className="text-sm text-mute">{language}</span>
              </span>
              <ButtonForm action={remove} label="Remove" about={label}>
                <input type="hidden" name="video" value={videoId} />
                <input type="hidden" name="path" value={path} />
              </ButtonForm>
            </li>
          ))}
        </ul>
      ) : null}
      <form action={send} className="flex flex-col gap-4">
        <input type="hidden" name="video" value={videoId} />
        <Field
          label="File"
          name="captions"
          type="file"
          accept=".vtt,.srt"
          hint="WebVTT or SubRip (.vtt, .srt)."
          error={errors.captions}
        />
        <div className="grid grid-cols-2 gap-4">
          <Field
            label="Language"
            name="language"
            placeholder="en"
            defaultValue={kept.language}
            error={errors.language}
          />
          <Field
            label="Name"
            name="label"
            placeholder="English"
            defaultValue={kept.label}
            error={errors.label}
          />
        </div>
        <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>{state.message}</FormMessage>
        <SubmitButton kind="quiet" pending={pending} className="self-start">
          Add captions
        </SubmitButton>
      </form>
    </div>
  )
}
