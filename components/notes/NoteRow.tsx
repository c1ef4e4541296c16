import { type MouseEvent, useActionState, useEffect, useRef, useState } from 'react'
import { frameLink } from '#components/player/frameLink.ts'
import type { PlayerHandle } from '#components/player/playerHandle.ts'
import { Button } from '#components/ui/Button.tsx'
import { FormMessage } from '#components/ui/FormMessage.tsx'
import { SubmitButton } from '#components/ui/SubmitButton.tsx'
import { TextArea } from '#components/ui/TextArea.tsx'
import { formatFrameTime } from '#lib/format/time.ts'
import { emptyForm, type FormAction } from '#lib/members/formState.ts'
import { MAX_NOTE_CHARS, type Note } from '#lib/notes/note.ts'
import { sendOnCtrlEnter } from './sendOnCtrlEnter.ts'

type Props = {
  player: PlayerHandle
  videoId: string
  note: Note
  edit: FormAction
  remove: FormAction
}

/** A note with its time, and buttons to edit or delete it. */
export function NoteRow({ player, videoId, note, edit, remove }: Props) {
  const [isEdited, setEdited] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  const wasEdited = useRef(false)
  const at = formatFrameTime(note.frame, player.fps, 2)

  useEffect(() => {
    if (wasEdited.current && !isEdited) editButton.current?.focus()
    wasEdited.current = isEdited
  }, [isEdited])

  function seekToNote(event: MouseEvent) {
    // These open a new tab.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    player.goTo(note.frame)
  }

  const fields = { video: videoId, frame: note.frame, note: note.id }
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
      <a
        href={frameLink(videoId, note.frame)}
        onClick={seekToNote}
        className="figures shrink-0 py-0.5 text-sm underline underline-offset-4"
      >
        {at}
      </a>
      {isEdited ? (
        <EditNote note={note} fields={fields} at={at} edit={edit} close={() => setEdited(false)} />
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
            <DeleteNote fields={fields} at={at} remove={remove} />
          </div>
        </>
      )}
    </li>
  )
}

type Fields = Record<string, string | number>

function HiddenFields({ fields }: { fields: Fields }) {
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

type EditProps = { note: Note; fields: Fields; at: string; edit: FormAction; close(): void }

function EditNote({ note, fields, at, edit, close }: EditProps) {
  const [state, send, pending] = useActionState(edit, emptyForm)
  const [text, setText] = useState(note.text)

  useEffect(() => {
    if (state.outcome === 'done') close()
  }, [state, close])

  return (
    <form action={send} className="flex basis-full flex-col gap-3">
      <HiddenFields fields={fields} />
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

type DeleteProps = { fields: Fields; at: string; remove: FormAction }

/** The first press turns it into the button that deletes, until the focus leaves it. */
function DeleteNote({ fields, at, remove }: DeleteProps) {
  const [state, send, pending] = useActionState(remove, emptyForm)
  const [isConfirming, setConfirming] = useState(false)

  function confirmFirst(event: MouseEvent) {
    if (isConfirming) return
    event.preventDefault()
    setConfirming(true)
  }

  return (
    <form action={send} onClickCapture={confirmFirst} onBlur={() => setConfirming(false)}>
      <HiddenFields fields={fields} />
      <SubmitButton
        kind="plain"
        pending={pending}
        aria-label={isConfirming ? `Really delete the note at ${at}` : `Delete the note at ${at}`}
      >
        {isConfirming ? 'Really delete?' : 'Delete'}
      </SubmitButton>
      <FormMessage>{state.message}</FormMessage>
    </form>
  )
}
