type Props = { names: string[] }

const strokes = ['border-accent', 'border-dashed border-cool']

/** The names of the lines, with their colour and dashes. */
export function Legend({ names }: Props) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-mute">
      {names.map((name, i) => (
        <li key={name} className="flex items-center gap-2">
          <span aria-hidden="true" className={`w-4 border-t-2 ${strokes[i]}`} />
          {name}
        </li>
      ))}
    </ul>
  )
}
