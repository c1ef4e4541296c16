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

/** Public to anyone with the number, but not indexed by search engines. */
export const metadata: Metadata = { title: 'Certificate', robots: { index: false } }

type Props = { params: Promise<{ number: string }> }

export default async function CertificateCheckPage({ params }: Props) {
  const certificate = readCertificateNumber((await params).number)
  if (!certificate) notFound()
  const [visitor, member, collection] = await Promise.all([
    currentMember(),
    findMember(certificate.memberId),
    getCollection(certificate.collectionId),
  ])
  return (
    <>
      <SiteHeader member={visitor} />
      <Page width="reading">
        <PageTitle title="This certificate is valid" />
        <p className="wrap-anywhere">
          {member?.name ?? 'A former member'} finished{' '}
          {collection ? `“${collection.title}”` : 'a course that has been deleted'} on{' '}
          {formatDate(certificate.day)}.
        </p>
        <p className="text-sm text-mute">
          The certificate number in this page’s address is signed by this site. At least 90 % of the
          frames of every video in the course were played.
        </p>
      </Page>
    </>
  )
}
