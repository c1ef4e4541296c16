import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const optional = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional()

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default('.data'),
  CASSANDRA_CONTACT_POINTS: optional,
  CASSANDRA_LOCAL_DATACENTER: z.string().default('datacenter1'),
  CASSANDRA_KEYSPACE: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,42}$/, 'lower-case letters, digits and _ only')
    .default('framewise'),
  CASSANDRA_USERNAME: optional,
  CASSANDRA_PASSWORD: optional,
  CASSANDRA_REPLICATION: z.string().default("{'class': 'SimpleStrategy', 'replication_factor': 1}"),
  NEXTAUTH_URL: z.url().optional(),
  NEXTAUTH_SECRET: optional,
  /** The number of our own proxies in front that append to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(9).default(0),
  RESEND_API_KEY: optional,
  RESEND_BASE_URL: z.url().optional(),
  /** Of the webhook for Resend's delivery events: `whsec_...`. */
  RESEND_WEBHOOK_SECRET: optional,
  EMAIL_FROM: z.string().default('Framewise <framewise@localhost>'),
  /** Of a signing key of Mux, for videos with signed playback ids; the key as Mux gives it, in base64. */
  MUX_SIGNING_KEY_ID: optional,
  MUX_SIGNING_PRIVATE_KEY: optional,
  BEACONS_PER_MINUTE: z.coerce.number().int().positive().default(30),
  PLAYBACK_TOKEN_SECONDS: z.coerce
    .number()
    .int()
    .positive()
    .default(14 * 86_400),
  WATCH_INTERCEPT: z.enum(['0', '1']).default('1'),
  /** The bucket for transcoded uploads; without it they are stored in `DATA_DIR/media`. */
  MEDIA_BUCKET: optional,
  /** The endpoint of a bucket that is not Amazon's. */
  MEDIA_BUCKET_ENDPOINT: z.url().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Env = Omit<z.infer<typeof schema>, 'NEXTAUTH_SECRET'> & { NEXTAUTH_SECRET: string }

let cached: Env | undefined

/**
 * The environment, read and validated once per process.
 * @throws Error naming every invalid variable, one a line; never a value
 */
export function env(): Env {
  cached ??= readEnv(process.env)
  return cached
}

export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(dropEmpty(source))
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is wrong:\n${lines.join('\n')}`)
  }
  const values = parsed.data
  return {
    ...values,
    NEXTAUTH_SECRET: values.NEXTAUTH_SECRET ?? loadOrCreateSecret(values.DATA_DIR),
  }
}

/** `PORT=` in a shell or a .env file means "not set". */
function dropEmpty(source: Record<string, string | undefined>) {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
}

/** The secret of this installation: generated at the first start, stored with its data. */
function loadOrCreateSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8')
}
