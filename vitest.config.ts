import { defineConfig } from 'vitest/config'
import { testKeyspace } from './db/sync.ts'

const aside = ['**/node_modules/**', '**/.next*/**', '**/.builds/**', '**/.data*/**', 'e2e/**']
const {
  CASSANDRA_KEYSPACE = 'framewise',
  DATA_DIR = '.data-test',
  LOG_LEVEL = 'silent',
} = process.env
const slow = ['**/*.integration.test.ts', '**/*.process.test.ts']

export default defineConfig({
  test: {
    testTimeout: 30_000,
    env: { DATA_DIR, LOG_LEVEL },
    // All cores but one, the default, is one on a small machine; much of a test is waiting.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...aside, ...slow] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude: aside,
          env: { CASSANDRA_KEYSPACE: testKeyspace(CASSANDRA_KEYSPACE) },
          globalSetup: ['scripts/test/syncTestKeyspace.ts'],
          // Bounds, not waits: a busy machine takes seconds for a change of the schema.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: ['**/*.process.test.ts'],
          exclude: aside,
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
