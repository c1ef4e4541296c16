type Props = { facts: [name: string, value: string][] }

/** Names and values in two columns. */
export function DescriptionList({ facts }: Props) {
  return (
    <dl className="border-t border-line text-sm">
      {facts.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-6 border-b border-line py-2.5">
          <dt className="text-mute">{name}</dt>
          <dd className="text-right wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
