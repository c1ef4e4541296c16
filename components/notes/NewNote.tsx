import { type Ref, useActionState, useEffect, useRef, useState } from 'react'
import type { PlayerHandle } from '#components/player/playerHandle.ts'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { TextArea } from '#components/ui/TextArea.tsx'
import { formatFrameTime } from '#lib/format/time.ts'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'
import { MAX_NOTE_CHARS } from '#lib/notes/schemas.ts'
import { sendOnCtrlEnter } from './sendOnCtrlEnter.ts'

type Props = {
  player: PlayerHandle
  videoId: string
  startFrame: number
  add: FormAction
  ref: Ref<HTMLTextAreaElement>
}

/**
 * A note at the frame that is on the screen. From the moment somebody begins to write it stays at
 * that frame, whatever the video does.
 */
export function NewNote({ player, videoId, startFrame, add, ref }: Props) {
  const [state, send, pending] = useActionState(add, emptyForm)
  const [text, setText] = useState('')
  const [frame, setFrame] = useState(startFrame)
  const [answered, setAnswered] = useState(state)
  const isHeld = useRef(false)
  const { media } = player

  if (state !== answered) {
    setAnswered(state)
    if (state.outcome === 'done') setText('')
  }

  useEffect(() => {
    if (text === '' && state.outcome === 'done') isHeld.current = false
  }, [text, state])

  useEffect(() => {
    const there = media.current
    if (!there) return
    const done = new AbortController()
    const follow = () => {
      if (!isHeld.current) setFrame(player.frame())
    }
    for (const turn of ['timeupdate', 'seeked', 'pause'])
      there.addEventListener(turn, follow, { signal: done.signal })
    return () => done.abort()
  }, [media, player])

  function hold() {
    if (!isHeld.current) setFrame(player.frame())
    isHeld.current = true
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
        onFocus={hold}
        onBlur={() => {
          isHeld.current = text !== ''
        }}
        onChange={({ currentTarget }) => {
          hold()
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
