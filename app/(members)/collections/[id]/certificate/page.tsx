import type { Metadata } from 'next'
import Link from 'next/link'
import { readCourseHere } from '#app/(members)/collections/[id]/requireCourse.ts'
import { CertificateSheet } from '#components/courses/CertificateSheet.tsx'
import { PrintButton } from '#components/courses/PrintButton.tsx'
import { videoHref } from '#components/library/videoHref.ts'
import { Breadcrumbs } from '#components/ui/Breadcrumbs.tsx'
import { Page } from '#components/ui/Page.tsx'
import { PageTitle } from '#components/ui/PageTitle.tsx'
import { requestOrigin } from '#lib/auth/requestOrigin.ts'
import { certificateNumber } from '#lib/collections/certificate.ts'
import { pluralize } from '#lib/format/numbers.ts'

export const metadata: Metadata = { title: 'Certificate' }

type Props = { params: Promise<{ id: string }> }

export default async function CertificatePage({ params }: Props) {
  const { id } = await params
  const course = await readCourseHere(id, `/collections/${id}/certificate`)
  const { member, collection, items } = course
  // Only merged progress has a completion date.
  const days = items.flatMap(({ entry }) => entry?.completedAt ?? [])
  const missing = items.filter(({ entry }) => !entry?.completedAt)
  const crumbs = (
    <Breadcrumbs
      trail={[
        { href: '/videos', name: 'Library' },
        { href: `/collections/${id}`, name: collection.title },
      ]}
    />
  )
  if (items.length === 0 || missing.length > 0) {
    return (
      <Page width="reading">
        <PageTitle title="Not finished yet" above={crumbs} />
        <p className="text-mute">
          You get the certificate when you have finished every video.{' '}
          {pluralize(missing.length, 'video is', 'videos are')} left. What you have just watched
          counts within seconds.
        </p>
        <ul className="border-t border-line">
          {missing.map(({ video, isLocked }) => (
            <li key={video.id} className="border-b border-line py-3 wrap-anywhere">
              {isLocked ? (
                <span className="text-mute">{video.title}</span>
              ) : (
                <Link prefetch={false} href={videoHref(video.id, id)} className="link">
                  {video.title}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Page>
    )
  }
  const day = new Date(Math.max(...days.map(Number)))
  const number = certificateNumber({ memberId: member.id, collectionId: id, day })
  const origin = await requestOrigin()
  return (
    <Page width="reading">
      <div className="flex flex-wrap items-center justify-between gap-4 text-sm text-mute print:hidden">
        {crumbs}
        <PrintButton />
      </div>
      <CertificateSheet
        name={member.name}
        course={collection.title}
        day={day}
        items={items.map(({ video }) => video)}
        verifyUrl={`${origin}/certificates/${number}`}
      />
    </Page>
  )
}
