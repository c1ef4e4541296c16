import { type Ref, useActionState, useEffect, useRef, useState } from 'react'
import type { PlayerHandle } from '#components/player/playerHandle.ts'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { TextArea } from '#components/ui/TextArea.tsx'
import { formatFrameTime } from '#lib/format/time.ts'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'
import { MAX_NOTE_CHARS } from '#lib/notes/note.ts'
import { sendOnCtrlEnter } from './sendOnCtrlEnter.ts'

type Props = {
  player: PlayerHandle
  videoId: string
  startFrame: number
  add: FormAction
  ref: Ref<HTMLTextAreaElement>
}

/**
 * A form for a note at the current frame. While the member writes, the note stays at the frame at
 * which they began, also if the video plays on.
 */
export function NewNote({ player, videoId, startFrame, add, ref }: Props) {
  const [state, send, pending] = useActionState(add, emptyForm)
  const [text, setText] = useState('')
  const [frame, setFrame] = useState(startFrame)
  const [handled, setHandled] = useState(state)
  const isFrozen = useRef(false)
  const { media } = player

  if (state !== handled) {
    setHandled(state)
    if (state.outcome === 'done') setText('')
  }

  useEffect(() => {
    if (text === '' && state.outcome === 'done') isFrozen.current = false
  }, [text, state])

  useEffect(() => {
    const element = media.current
    if (!element) return
    const mounted = new AbortController()
    const followVideo = () => {
      if (!isFrozen.current) setFrame(player.frame())
    }
    for (const type of ['timeupdate', 'seeked', 'pause'])
      element.addEventListener(type, followVideo, { signal: mounted.signal })
    return () => mounted.abort()
  }, [media, player])

  function freeze() {
    if (!isFrozen.current) setFrame(player.frame())
    isFrozen.current = true
  }

  return (
    <form action={send} className="flex flex-col gap-3">
      <input type="hidden" name="video" value={videoId} />
      <input type="hidden" name="frame" value={frame} />
      <TextArea
        ref={ref}
        label={`Note at ${formatFrameTime(frame, player.fps, 2)}`}
        name="text"
        rows={2}
        maxLength={MAX_NOTE_CHARS}
        value={text}
        onFocus={freeze}
        onBlur={() => {
          isFrozen.current = text !== ''
        }}
        onChange={({ currentTarget }) => {
          freeze()
          setText(currentTarget.value)
        }}
        onKeyDown={sendOnCtrlEnter}
        error={state.errors.text}
      />
      <FormMessage tone={state.outcome === 'done' ? 'plain' : 'bad'}>
        {text !== '' && state.outcome === 'done' ? null : state.message}
      </FormMessage>
      <SubmitButton kind="quiet" pending={pending} className="self-start">
        Save note
      </SubmitButton>
    </form>
  )
}
