import { defineConfig } from 'vitest/config'
import { testKeyspace } from './db/sync.ts'

const excluded = ['**/node_modules/**', '**/.next*/**', '**/.builds/**', '**/.data*/**', 'e2e/**']
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
    // The default, all cores but one, is a single worker on a small machine; tests mostly wait.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude: [...excluded, ...slow] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.integration.test.ts'],
          exclude: excluded,
          env: { CASSANDRA_KEYSPACE: testKeyspace(CASSANDRA_KEYSPACE) },
          globalSetup: ['scripts/test/syncTestKeyspace.ts'],
          // Limits: a schema change takes seconds on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: ['**/*.process.test.ts'],
          exclude: excluded,
          testTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
