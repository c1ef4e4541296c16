'use client'

import Link from 'next/link'
import { type ChangeEvent, useRef, useState } from 'react'
import { useActionForm } from '#components/forms/useActionForm.ts'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { Field } from '#components/ui/Field.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import type { FormAction } from '#lib/members/formState.ts'
import { hostFacts, listHosts } from '#lib/videos/hosts/hostFacts.ts'
import { formatLength, formatRate } from '#lib/videos/lengthAndRate.ts'
import { newVideoSchema } from '#lib/videos/newVideoSchema.ts'
import { parseLink } from '#lib/videos/parseLink.ts'
import type { VideoFacts } from './readVideoFacts.ts'
import { useLinkLookup } from './useLinkLookup.ts'
import { VideoPreview } from './VideoPreview.tsx'

const OTHER_HOSTS = listHosts('or', ({ ownFiles }) => !ownFiles)
/** Their players give no frame rate. */
const ESTIMATED_HOSTS = listHosts('and', ({ precision }) => precision === 'estimated')

const DEFAULT_FPS = '30'

type Props = {
  action: FormAction
  /** The video to replace, whose title is kept. */
  replaces?: { id: string; title: string }
}

/** Adds a video by its link. What its host reports fills the fields the owner has not edited. */
export function LinkForm({ action, replaces }: Props) {
  const { state, pending, field, hidden, box, fill, valueIn, formProps } = useActionForm(
    action,
    newVideoSchema,
  )
  const [text, setText] = useState(state.values.link ?? '')
  const [isSigned, setSigned] = useState(false)
  const [poster, setPoster] = useState<string | null>(null)
  const filled = useRef<Record<string, string>>({ rate: DEFAULT_FPS })
  const lookup = useLinkLookup(text, isSigned)
  const read = parseLink(text)
  const link = field('link')

  function suggest(name: string, value: string | null) {
    const typed = valueIn(name) ?? ''
    if (!value || (typed !== '' && typed !== filled.current[name])) return
    filled.current[name] = value
    fill(name, value)
  }

  function fillIn({ seconds, title, rate, poster }: VideoFacts) {
    suggest('length', formatLength(seconds))
    suggest('title', title)
    suggest('rate', rate && formatRate(rate))
    setPoster(poster)
  }

  function changeLink(event: ChangeEvent<HTMLInputElement>) {
    void link.onChange(event)
    setText(event.target.value)
    setPoster(null)
  }

  return (
    <div className="grid gap-10 lg:grid-cols-2">
      <form {...formProps} className="flex max-w-form flex-col gap-5">
        <Field
          label="Link or ID"
          hint={`From ${OTHER_HOSTS}; or the path of a file in the media folder.`}
          autoComplete="off"
          spellCheck={false}
          {...link}
          onChange={changeLink}
        />
        <p role="status" className="-mt-3 text-sm text-mute empty:hidden">
          {lookup.status === 'refused' ? lookup.reason : null}
          {lookup.status === 'duplicate' ? (
            <>
              This video is already in the library:{' '}
              <Link href={`/studio/videos/${lookup.id}`} className="link">
                {lookup.title}
              </Link>
            </>
          ) : null}
          {lookup.status === 'found' && read.ok
            ? `${hostFacts[read.link.host].name}, ${read.link.hostId}`
            : null}
        </p>
        {read.ok && hostFacts[read.link.host].hasSignedLinks ? (
          <Checkbox
            label="Signed playback ID"
            {...box('signed')}
            onChange={(event) => setSigned(event.target.checked)}
          />
        ) : null}
        {replaces ? (
          <>
            <input type="hidden" {...hidden('replaces', replaces.id)} />
            <input type="hidden" {...hidden('title', replaces.title)} />
          </>
        ) : (
          <Field label="Title" autoComplete="off" {...field('title')} />
        )}
        <div className="grid grid-cols-2 gap-4">
          <Field label="Length" autoComplete="off" {...field('length')} />
          <Field
            label="Frames per second"
            autoComplete="off"
            {...field('rate')}
            defaultValue={state.values.rate ?? DEFAULT_FPS}
          />
        </div>
        <p className="-mt-3 text-sm text-mute">
          {ESTIMATED_HOSTS} do not report the frame rate. 30 is right for most videos; a wrong value
          only changes the resolution of the retention curve.
        </p>
        {replaces ? null : (
          <Checkbox label="Save as draft (only owners can see it)" {...box('draft')} />
        )}
        <input
          type="hidden"
          name="poster"
          value={poster ?? (lookup.status === 'found' ? lookup.poster : null) ?? ''}
        />
        <FormMessage>
          {state.message ? (
            <>
              {state.message}{' '}
              {state.link ? (
                <Link href={state.link.href} className="link">
                  {state.link.text}
                </Link>
              ) : null}
            </>
          ) : null}
        </FormMessage>
        <SubmitButton pending={pending} className="self-start">
          {replaces ? 'Replace video' : 'Add video'}
        </SubmitButton>
      </form>
      {lookup.status === 'found' ? (
        <VideoPreview key={lookup.src} host={lookup.host} src={lookup.src} onRead={fillIn} />
      ) : null}
    </div>
  )
}
