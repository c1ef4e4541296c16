import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { SiteHeader } from '#components/ui/SiteHeader.tsx'
import { currentMember } from '#lib/auth/currentMember.ts'
import { readCertificateNumber } from '#lib/collections/certificate.ts'
import { getCollection } from '#lib/collections/collections.ts'
import { formatDate } from '#lib/format/dates.ts'
import { findMember } from '#lib/members/findMember.ts'

/** Whoever was shown a certificate may ask; nobody finds one by a search. */
export const metadata: Metadata = { title: 'A certificate', robots: { index: false } }

type Props = { params: Promise<{ number: string }> }

export default async function CertificateCheckPage({ params }: Props) {
  const certificate = readCertificateNumber((await params).number)
  if (!certificate) notFound()
  const [asker, member, collection] = await Promise.all([
    currentMember(),
    findMember(certificate.memberId),
    getCollection(certificate.collectionId),
  ])
  return (
    <>
      <SiteHeader member={asker} />
      <Page width="reading">
        <PageTitle title="This certificate is genuine" />
        <p className="wrap-anywhere">
          {member?.name ?? 'Somebody who is no longer a member'} finished{' '}
          {collection ? `“${collection.title}”` : 'a course that is no longer here'} on{' '}
          {formatDate(certificate.day)}.
        </p>
        <p className="text-sm text-mute">
          The number at the end of this page’s address is signed by this site. Every video of the
          course was played, at least nine tenths of its frames.
        </p>
      </Page>
    </>
  )
}
