import type { Metadata } from 'next'
import Link from 'next/link'
import { PublicVideoList } from '#components/site/PublicVideoList.tsx'
import { buttonClass } from '#components/ui/buttonClass.ts'
import { Page } from '#components/ui/Page.tsx'
import { PlaceholderScene } from '#components/ui/PlaceholderScene.tsx'
import { SiteHeader } from '#components/ui/SiteHeader.tsx'
import { currentMember } from '#lib/auth/currentMember.ts'
import { requestOrigin } from '#lib/auth/requestOrigin.ts'
import { ttlCache } from '#lib/ttlCache.ts'
import { listPublic } from '#lib/videos/library.ts'

const FEATURES = [
  {
    title: 'Resume where you stopped',
    text: 'Close the page or switch devices: the video continues at the exact frame you left, not somewhere near it.',
  },
  {
    title: 'Counted, not guessed',
    text: 'A frame counts when it was played. Skipped frames do not count, rewatched frames count again.',
  },
  {
    title: 'Your data stays here',
    text: 'Only the owners of this site see which frames were watched. No analytics service is involved.',
  },
]

const MAX_VIDEOS_SHOWN = 6

/** The preview of links to the site. */
export async function generateMetadata(): Promise<Metadata> {
  const origin = await requestOrigin()
  const title = 'Videos that remember where you were'
  const images = [{ url: `${origin}/social.png`, width: 1200, height: 630, alt: title }]
  return {
    openGraph: { title, url: `${origin}/`, images, type: 'website', siteName: 'Framewise' },
    twitter: { card: 'summary_large_image', title, images },
  }
}

export default async function LandingPage() {
  const member = await currentMember()
  const open = member ? [] : await ttlCache('public videos', 30, new Date(), listPublic)
  return (
    <>
      <SiteHeader member={member} />
      <Page>
        <section className="grid items-center gap-10 py-6 md:grid-cols-[1fr_1.15fr] md:py-14">
          <div className="flex flex-col items-start gap-6">
            <h1 className="display text-5xl sm:text-6xl">Videos that remember where you were</h1>
            <p className="max-w-md text-lg text-mute">
              Courses and videos for members, to watch in your own time. Your place is kept to the
              exact frame.
            </p>
            {member ? (
              <div className="flex flex-wrap items-center gap-4">
                <Link href="/videos" className={buttonClass('primary')}>
                  Go to the library
                </Link>
                <p className="text-sm text-mute">You are logged in as {member.name}.</p>
              </div>
            ) : (
              <Link href="/signup" className={buttonClass('primary')}>
                Sign up
              </Link>
            )}
          </div>
          <PlayerIllustration />
        </section>
        {open.length > 0 ? <PublicVideoList videos={open.slice(0, MAX_VIDEOS_SHOWN)} /> : null}
        <ul className="grid border-y border-line md:grid-cols-3">
          {FEATURES.map(({ title, text }) => (
            <li
              key={title}
              className="border-line py-6 not-first:border-t md:px-6 md:not-first:border-t-0 md:not-first:border-l md:first:pl-0"
            >
              <h2 className="display text-xl">{title}</h2>
              <p className="mt-2 text-sm text-mute">{text}</p>
            </li>
          ))}
        </ul>
      </Page>
    </>
  )
}

/** An illustration of the player, not of a particular video. */
function PlayerIllustration() {
  return (
    <div aria-hidden="true" className="always-dark relative overflow-hidden rounded-picture bg-bg">
      <PlaceholderScene seed="The light before the storm" className="aspect-video w-full" />
      <div className="absolute inset-x-0 bottom-0 bg-linear-to-t from-bg to-transparent px-5 pt-10 pb-4 sm:pt-16">
        <svg
          aria-hidden="true"
          viewBox="0 0 600 34"
          preserveAspectRatio="none"
          className="block h-8 w-full"
        >
          <path
            d="M0 12 40 15 180 17C200 17 204 2 214 2S228 17 248 18L360 19v5h14v-4l86 2 12 6 50 1C540 29 542 24 548 24s8 6 24 6L600 31V34H0Z"
            className="fill-text"
            fillOpacity={0.28}
          />
        </svg>
        <div className="h-[3px] bg-text/25">
          <div className="h-full w-[36%] bg-accent" />
        </div>
        <p className="figures mt-2.5 text-xs text-text">0:43 / 2:00</p>
      </div>
    </div>
  )
}
