import { type KeyboardEvent, type Ref, useState } from 'react'
import { readPreferences, savePreferences } from '#components/player/preferences.ts'
import { Button } from '#components/ui/Button.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { shortcuts } from './shortcuts.ts'

/** What each key does. The browser keeps the focus in it, gives it back, and closes it at Escape. */
export function ShortcutsDialog({ ref }: { ref: Ref<HTMLDialogElement> }) {
  const [isEverywhere, setEverywhere] = useState(true)

  function closeAgain(event: KeyboardEvent<HTMLDialogElement>) {
    if (event.key !== '?') return
    event.preventDefault()
    event.currentTarget.close()
  }

  return (
    <dialog
      ref={ref}
      aria-labelledby="keys-title"
      closedby="any"
      onKeyDown={closeAgain}
      onToggle={() => setEverywhere(readPreferences().keysEverywhere)}
      className="player-keys"
    >
      <div className="flex flex-col gap-5 p-6">
        <div className="flex items-center justify-between gap-4">
          <h2 id="keys-title" className="display text-2xl">
            Keys
          </h2>
          <form method="dialog">
            <Button type="submit" kind="quiet">
              Close
            </Button>
          </form>
        </div>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 text-sm">
          {shortcuts.map(({ shown, does }) => (
            <div
              key={shown}
              className="col-span-2 grid grid-cols-subgrid border-t border-line py-1.5"
            >
              <dt className="figures">{shown}</dt>
              <dd className="text-mute">{does}</dd>
            </div>
          ))}
        </dl>
        <Checkbox
          label="In the whole page"
          hint="Otherwise only while the focus is in the player."
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
