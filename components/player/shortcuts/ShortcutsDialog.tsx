import { type KeyboardEvent, type Ref, useState } from 'react'
import { readPreferences, savePreferences } from '#components/player/preferences.ts'
import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { shortcuts } from './shortcuts.ts'

/** Lists the keyboard shortcuts. The browser traps and restores the focus, and closes it on Escape. */
export function ShortcutsDialog({ ref }: { ref: Ref<HTMLDialogElement> }) {
  const [isEverywhere, setEverywhere] = useState(true)

  function closeOnQuestionMark(event: KeyboardEvent<HTMLDialogElement>) {
    if (event.key !== '?') return
    event.preventDefault()
    event.currentTarget.close()
  }

  return (
    <dialog
      ref={ref}
      aria-labelledby="shortcuts-title"
      closedby="any"
      onKeyDown={closeOnQuestionMark}
      onToggle={() => setEverywhere(readPreferences().keysEverywhere)}
      className="player-shortcuts"
    >
      <div className="flex flex-col gap-5 p-6">
        <div className="flex items-center justify-between gap-4">
          <h2 id="shortcuts-title" className="display text-2xl">
            Keyboard shortcuts
          </h2>
          <form method="dialog">
            <Button type="submit" kind="quiet">
              Close
            </Button>
          </form>
        </div>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 text-sm">
          {shortcuts.map(({ label, description }) => (
            <div
              key={label}
              className="col-span-2 grid grid-cols-subgrid border-t border-line py-1.5"
            >
              <dt className="figures">{label}</dt>
              <dd className="text-mute">{description}</dd>
            </div>
          ))}
        </dl>
        <Checkbox
          label="Use anywhere on the page"
          hint="Otherwise only while the player has the focus."
          checked={isEverywhere}
          onChange={({ currentTarget: { checked } }) => {
            setEverywhere(checked)
            savePreferences({ keysEverywhere: checked })
          }}
        />
      </div>
    </dialog>
  )
}
