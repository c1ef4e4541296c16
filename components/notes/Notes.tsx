import { type Ref, useEffect, useRef } from 'react'
import type { PlayerHandle } from '#components/player/playerHandle.ts'
import type { FormAction } from '#lib/members/formState.ts'
import type { Note } from '#lib/notes/note.ts'
import { NewNote } from './NewNote.tsx'
import { NoteRow } from './NoteRow.tsx'

/** The member's notes on a video, in order of their frames, and the actions on them. */
export type NotesProps = { list: Note[]; add: FormAction; edit: FormAction; remove: FormAction }

type Props = NotesProps & {
  player: PlayerHandle
  videoId: string
  startFrame: number
  /** The text field of a new note. */
  ref: Ref<HTMLTextAreaElement>
}

/** The member's notes: each is a link to its frame. */
export function Notes({ player, videoId, startFrame, list, add, edit, remove, ref }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const lastCount = useRef(list.length)

  // A deleted note takes the focus with it: it moves to the heading, where Tab continues.
  useEffect(() => {
    const lostFocus = list.length < lastCount.current && document.activeElement === document.body
    if (lostFocus) heading.current?.focus()
    lastCount.current = list.length
  }, [list.length])

  return (
    <section aria-labelledby="notes" className="flex flex-col gap-4">
      <div>
        <h2 id="notes" ref={heading} tabIndex={-1} className="text-sm font-medium">
          Your notes
        </h2>
        <p className="text-xs text-mute">Only you see them.</p>
      </div>
      <NewNote ref={ref} player={player} videoId={videoId} startFrame={startFrame} add={add} />
      {list.length > 0 ? (
        <ol className="border-t border-line">
          {list.map((note) => (
            <NoteRow
              key={note.id}
              player={player}
              videoId={videoId}
              note={note}
              edit={edit}
              remove={remove}
            />
          ))}
        </ol>
      ) : null}
    </section>
  )
}
