import { defineConfig, devices } from '@playwright/test'

/*
 * `npm test` starts a production server and sets: E2E_BASE_URL, E2E_OUTPUT (traces and screenshots of
 * failures), E2E_CHROMIUM (an installed browser; otherwise Playwright's own).
 */
/** Tests in which videos play. */
const VIDEOS =
  /(watch|watchHosts|watchPage|firstLight|outbox|player|reads|leftovers|everyHost|upload|weight)\.spec\.ts/
/** Every gesture with every clip, and hundreds of killed tabs: `npm run test:exact`. */
const EXACT = /exact\/.*\.spec\.ts/

/** The real hosts, where they can be reached: `npm run test:live`. */
const LIVE = /live\/.*\.spec\.ts/

const { E2E_BASE_URL, E2E_CHROMIUM, E2E_OUTPUT = 'test-results' } = process.env

export default defineConfig({
  testDir: 'e2e',
  outputDir: E2E_OUTPUT,
  fullyParallel: true,
  // The default, half the cores, is a single worker on a small machine.
  workers: 2,
  projects: [
    { name: 'pages', testIgnore: [VIDEOS, EXACT, LIVE] },
    // A busy machine drops frames, and then it is unknown which were on the screen: these tests run
    // apart from the others, which `npm test` ensures by running one project after the other.
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
        // Background traffic of the browser slows tests down and fills logs.
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
