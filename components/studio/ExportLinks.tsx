import { buttonClass } from '#components/ui/buttonClass.ts'
import { SaveAsPng } from './SaveAsPng.tsx'

type Props = { videoId: string; period: string }

/** Everything of a video as files: its curve over this period, its viewers of all time. */
export function ExportLinks({ videoId, period }: Props) {
  const api = `/api/videos/${videoId}`
  const chart = `${api}/chart?period=${period}`
  const groups = [
    {
      name: 'The curve, each frame',
      links: [
        ['CSV', `${api}/retention?period=${period}&format=csv`],
        ['JSON', `${api}/retention?period=${period}`],
      ],
    },
    { name: 'The chart', links: [['SVG', chart]] },
    {
      name: 'All viewers, all time',
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
              {name === 'The chart' ? (
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
