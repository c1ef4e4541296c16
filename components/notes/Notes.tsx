import { type Ref, useEffect, useRef } from 'react'
import type { PlayerHandle } from '#components/player/playerHandle.ts'
import type { FormAction } from '#lib/members/formState.ts'
import type { Note } from '#lib/notes/schemas.ts'
import { NewNote } from './NewNote.tsx'
import { NoteRow } from './NoteRow.tsx'

/** What a member wrote down in a video, in its order, and what can be done with it. */
export type NotesProps = { list: Note[]; add: FormAction; edit: FormAction; remove: FormAction }

type Props = NotesProps & {
  player: PlayerHandle
  videoId: string
  startFrame: number
  /** Where a new one is written. */
  ref: Ref<HTMLTextAreaElement>
}

/** The member's own notes: each leads to its moment. */
export function Notes({ player, videoId, startFrame, list, add, edit, remove, ref }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const known = useRef(list.length)

  // The one that had the focus is gone: the next Tab goes on from here.
  useEffect(() => {
    const isGone = list.length < known.current && document.activeElement === document.body
    if (isGone) heading.current?.focus()
    known.current = list.length
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
