import { defineConfig, devices } from '@playwright/test'

/*
 * `npm test` starts a production server and sets: E2E_BASE_URL, E2E_OUTPUT (traces and pictures of
 * failures), E2E_CHROMIUM (a browser of the system; Playwright's own without it).
 */
/** The tests in which videos play. */
const VIDEOS =
  /(watch|watchHosts|watchPage|firstLight|outbox|player|reads|leftovers|everyHost|upload|weight)\.spec\.ts/
/** Every gesture with every clip, kills by the hundred: `npm run test:exact`. */
const EXACT = /exact\/.*\.spec\.ts/

/** The real hosts, where the internet is there: `npm run test:live`. */
const LIVE = /live\/.*\.spec\.ts/

const { E2E_BASE_URL, E2E_CHROMIUM, E2E_OUTPUT = 'test-results' } = process.env

export default defineConfig({
  testDir: 'e2e',
  outputDir: E2E_OUTPUT,
  fullyParallel: true,
  // Half the cores, the default, would be one.
  workers: 2,
  projects: [
    { name: 'pages', testIgnore: [VIDEOS, EXACT, LIVE] },
    // A busy machine does not show every frame, and then nobody can say which were on the screen:
    // these run among themselves, and wait more than they work. `npm test` runs the projects one
    // after the other.
    { name: 'videos', testMatch: VIDEOS },
    { name: 'exact', testMatch: EXACT },
    { name: 'live', testMatch: LIVE, timeout: 180_000 },
  ],
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: E2E_BASE_URL ?? 'http://127.0.0.1:3000',
    ...devices['Desktop Chrome'],
    channel: undefined,
    launchOptions: {
      executablePath: E2E_CHROMIUM || undefined,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--autoplay-policy=no-user-gesture-required',
        // A browser that looks for updates and accounts meanwhile makes tests slow and logs loud.
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
