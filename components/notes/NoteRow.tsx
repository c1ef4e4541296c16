import { type MouseEvent, useActionState, useEffect, useRef, useState } from 'react'
import { momentLink } from '#components/player/momentLink.ts'
import type { PlayerHandle } from '#components/player/playerHandle.ts'
import { Button } from '#components/ui/Button.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { TextArea } from '#components/ui/TextArea.tsx'
import { formatFrameTime } from '#lib/format/time.ts'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'
import { MAX_NOTE_CHARS, type Note } from '#lib/notes/schemas.ts'
import { sendOnCtrlEnter } from './sendOnCtrlEnter.ts'

type Props = {
  player: PlayerHandle
  videoId: string
  note: Note
  edit: FormAction
  remove: FormAction
}

/** One note: its moment, its words, and how to change or delete them. */
export function NoteRow({ player, videoId, note, edit, remove }: Props) {
  const [isEdited, setEdited] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  const wasEdited = useRef(false)
  const at = formatFrameTime(note.frame, player.fps, 2)

  useEffect(() => {
    if (wasEdited.current && !isEdited) editButton.current?.focus()
    wasEdited.current = isEdited
  }, [isEdited])

  function goThere(event: MouseEvent) {
    // A new tab is a new tab.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    player.goTo(note.frame)
  }

  const names = { video: videoId, frame: note.frame, note: note.id }
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
      <a
        href={momentLink(videoId, note.frame)}
        onClick={goThere}
        className="figures shrink-0 py-0.5 text-sm underline underline-offset-4"
      >
        {at}
      </a>
      {isEdited ? (
        <EditNote note={note} names={names} at={at} edit={edit} close={() => setEdited(false)} />
      ) : (
        <>
          <p className="min-w-0 flex-1 basis-44 wrap-break-word whitespace-pre-line text-sm">
            {note.text}
          </p>
          <div className="-my-2 ml-auto flex gap-1">
            <Button
              ref={editButton}
              kind="plain"
              aria-label={`Edit the note at ${at}`}
              onClick={() => setEdited(true)}
            >
              Edit
            </Button>
            <DeleteNote names={names} at={at} remove={remove} />
          </div>
        </>
      )}
    </li>
  )
}

type Names = Record<string, string | number>

function Hidden({ names }: { names: Names }) {
  return Object.entries(names).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

type EditProps = { note: Note; names: Names; at: string; edit: FormAction; close(): void }

function EditNote({ note, names, at, edit, close }: EditProps) {
  const [state, send, pending] = useActionState(edit, emptyForm)
  const [text, setText] = useState(note.text)

  useEffect(() => {
    if (state.outcome === 'done') close()
  }, [state, close])

  return (
    <form action={send} className="flex basis-full flex-col gap-3">
      <Hidden names={names} />
      <TextArea
        label={`The note at ${at}`}
        name="text"
        rows={3}
        maxLength={MAX_NOTE_CHARS}
        autoFocus
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={(event) => (event.key === 'Escape' ? close() : sendOnCtrlEnter(event))}
        error={state.errors.text}
      />
      <FormMessage>{state.outcome === 'refused' ? state.message : null}</FormMessage>
      <div className="flex gap-3">
        <SubmitButton kind="quiet" pending={pending}>
          Save
        </SubmitButton>
        <Button kind="plain" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

type DeleteProps = { names: Names; at: string; remove: FormAction }

/** Asks once: the first press makes it the button that does it, until the focus leaves. */
function DeleteNote({ names, at, remove }: DeleteProps) {
  const [state, send, pending] = useActionState(remove, emptyForm)
  const [isAsked, setAsked] = useState(false)

  function ask(event: MouseEvent) {
    if (isAsked) return
    event.preventDefault()
    setAsked(true)
  }

  return (
    <form action={send} onClickCapture={ask} onBlur={() => setAsked(false)}>
      <Hidden names={names} />
      <SubmitButton
        kind="plain"
        pending={pending}
        aria-label={isAsked ? `Really delete the note at ${at}` : `Delete the note at ${at}`}
      >
        {isAsked ? 'Really delete?' : 'Delete'}
      </SubmitButton>
      <FormMessage>{state.message}</FormMessage>
    </form>
  )
}
