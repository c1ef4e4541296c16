import Link from 'next/link'
import type { OutboxMail } from '#lib/mail/mailOutbox.ts'

type Props = { mail: OutboxMail; isOpen: boolean }

/** One mail: subject, time, recipient, links, and its rendering when it is open. */
export function OutboxEntry({ mail, isOpen }: Props) {
  return (
    <article className="flex flex-col gap-2 py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 className="font-medium">
          <Link href={isOpen ? '/dev/outbox' : `/dev/outbox?mail=${mail.id}`} scroll={false}>
            {mail.subject}
          </Link>
        </h2>
        <time dateTime={mail.at} className="font-mono text-sm text-mute">
          {mail.at.slice(0, 19).replace('T', ' ')}
        </time>
      </div>
      <p className="text-sm text-mute">To {mail.to}</p>
      {linksIn(mail.text).map((url) => (
        <a key={url} href={url} className="text-sm text-accent-text underline wrap-anywhere">
          {url}
        </a>
      ))}
      {isOpen ? (
        <iframe
          title={mail.subject}
          srcDoc={mail.html}
          sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
          className="h-140 w-full rounded-picture border border-line bg-white"
        />
      ) : null}
    </article>
  )
}

function linksIn(text: string): string[] {
  return [...new Set(text.match(/https?:\/\/\S+/g) ?? [])]
}
