import { buttonClass } from '#components/ui/buttonClass.ts'
import { SaveAsPng } from './SaveAsPng.tsx'

type Props = { videoId: string; period: string }

/** Downloads: the curve and the chart of this period, and the viewers of all time. */
export function ExportLinks({ videoId, period }: Props) {
  const api = `/api/videos/${videoId}`
  const chart = `${api}/chart?period=${period}`
  const groups = [
    {
      name: 'Plays and viewers per frame',
      links: [
        ['CSV', `${api}/retention?period=${period}&format=csv`],
        ['JSON', `${api}/retention?period=${period}`],
      ],
    },
    { name: 'Chart', links: [['SVG', chart]] },
    {
      name: 'All viewers (all time)',
      links: [
        ['CSV', `${api}/viewers?format=csv`],
        ['JSON', `${api}/viewers?format=json`],
        ['xAPI', `${api}/viewers?format=xapi`],
      ],
    },
  ]
  return (
    <details className="group relative">
      <summary className={buttonClass('quiet', 'list-none')}>Export</summary>
      <div className="absolute right-0 z-20 mt-2 flex w-64 flex-col gap-3 rounded-control border border-line bg-raise p-4 text-sm max-sm:right-auto max-sm:left-0">
        {groups.map(({ name, links }) => (
          <div key={name}>
            <p className="text-mute">{name}</p>
            <ul className="mt-1 flex gap-4">
              {links.map(([label, href]) => (
                <li key={label}>
                  <a href={href} download className="link" aria-label={`${name}: ${label}`}>
                    {label}
                  </a>
                </li>
              ))}
              {name === 'Chart' ? (
                <li>
                  <SaveAsPng svg={chart} file={`${videoId}-curve.png`} />
                </li>
              ) : null}
            </ul>
          </div>
        ))}
      </div>
    </details>
  )
}
