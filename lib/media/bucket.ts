import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Readable } from 'node:stream'
import type { S3Client } from '@aws-sdk/client-s3'
import { env } from '#lib/env.ts'
import { forEachConcurrent } from '#lib/forEachConcurrent.ts'
import { onceAProcess } from '#lib/onceAProcess.ts'
import { type MediaFile, mediaTypes } from './mediaFile.ts'

/*
 * Media files in an S3-compatible bucket, when `MEDIA_BUCKET` is set. The AWS client reads its
 * credentials and region from the environment (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`,
 * `AWS_REGION`, or the machine's role), and is loaded only when a bucket is configured.
 */
const sdk = () => import('@aws-sdk/client-s3')

const UPLOAD_CONCURRENCY = 4
/** The limit of S3. */
const MAX_KEYS_PER_DELETE = 1000

const shared = onceAProcess('bucket', (): { client?: S3Client } => ({}))

export function hasBucket(): boolean {
  return env().MEDIA_BUCKET !== undefined
}

/** @returns null when there is no such file or no bucket. */
export async function findInBucket(parts: readonly string[]): Promise<MediaFile | null> {
  const { MEDIA_BUCKET: Bucket } = env()
  const type = mediaTypes[extname(parts.at(-1) ?? '').toLowerCase()]
  // The same names are refused as in the media folder.
  if (!Bucket || !type || parts.some((part) => part === '' || part.startsWith('.'))) return null
  const Key = parts.join('/')
  const [client, { HeadObjectCommand }] = [await connect(), await sdk()]
  try {
    const facts = await client.send(new HeadObjectCommand({ Bucket, Key }))
    const changedAt = facts.LastModified ?? new Date(0)
    const open = (first: number, last: number) => read(Key, `bytes=${first}-${last}`)
    return { type, size: facts.ContentLength ?? 0, changedAt, open }
  } catch (error) {
    if ((error as Error).name === 'NotFound') return null
    throw error
  }
}

async function read(Key: string, Range: string): Promise<Readable> {
  const [client, { GetObjectCommand }] = [await connect(), await sdk()]
  const { Body } = await client.send(
    new GetObjectCommand({ Bucket: env().MEDIA_BUCKET, Key, Range }),
  )
  return Body as Readable
}

/** Uploads a folder, recursively, under `prefix`. Idempotent. */
export async function storeFolder(folder: string, prefix: string): Promise<void> {
  const client = await connect()
  const { Upload } = await import('@aws-sdk/lib-storage')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  await forEachConcurrent(files, UPLOAD_CONCURRENCY, async (file) => {
    const params = {
      Bucket: env().MEDIA_BUCKET,
      Key: `${prefix}${file.slice(folder.length).replaceAll('\\', '/')}`,
      Body: createReadStream(file),
      ContentType: mediaTypes[extname(file)],
    }
    await new Upload({ client, params }).done()
  })
}

/** Deletes everything under `prefix/`. */
export async function deleteFromBucket(prefix: string): Promise<void> {
  const { MEDIA_BUCKET: Bucket } = env()
  if (!Bucket) return
  const client = await connect()
  const { DeleteObjectsCommand, ListObjectsV2Command } = await sdk()
  for (;;) {
    const listed = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix: `${prefix}/`, MaxKeys: MAX_KEYS_PER_DELETE }),
    )
    const Objects = (listed.Contents ?? []).map(({ Key }) => ({ Key }))
    if (Objects.length === 0) return
    await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
  }
}

async function connect(): Promise<S3Client> {
  const { MEDIA_BUCKET_ENDPOINT: endpoint } = env()
  const { S3Client } = await sdk()
  shared.client ??= new S3Client({
    region: process.env.AWS_REGION || 'us-east-1',
    // Other vendors address buckets by path and do not support S3's newer checksums.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return shared.client
}
