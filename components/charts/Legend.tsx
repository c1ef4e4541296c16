type Props = { viewers: boolean }

/** What the lines are: told by colour, by dashes and by words. */
export function Legend({ viewers }: Props) {
  return (
    <ul className="flex gap-5 text-xs text-mute">
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="w-4 border-t-2 border-accent" />
        plays
      </li>
      {viewers ? (
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className="w-4 border-t-2 border-dashed border-cool" />
          different viewers
        </li>
      ) : null}
    </ul>
  )
}
