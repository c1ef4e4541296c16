'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { type ActionResult, validatedAction } from '#lib/auth/validatedAction.ts'
import { MAX_COLLECTIONS, MAX_VIDEOS_PER_COLLECTION } from '#lib/collections/collection.ts'
import {
  addCollection,
  appendVideo,
  changeCollection,
  moveVideo,
  removeCollection,
} from '#lib/collections/collections.ts'
import {
  deleteCollectionSchema,
  editCollectionSchema,
  moveVideoSchema,
  newCollectionSchema,
  placeVideoSchema,
} from '#lib/collections/schemas.ts'

export const createCollection = validatedAction(
  { schema: newCollectionSchema, who: 'owner' },
  async ({ title }, { now }) => {
    const id = await addCollection(title, now)
    if (id === null) return { ok: false, message: REFUSALS['too-many'] }
    redirect(`/studio/collections/${id}`)
  },
)

export const editCollection = validatedAction(
  { schema: editCollectionSchema, who: 'owner' },
  async ({ collection, published, ...fields }) => {
    const visibility = published ? 'members' : 'draft'
    return toActionAnswer(
      collection,
      await changeCollection(collection, { ...fields, visibility }),
      'Saved.',
    )
  },
)

export const addToCollection = validatedAction(
  { schema: placeVideoSchema, who: 'owner' },
  async ({ collection, video }) => toActionAnswer(collection, await appendVideo(collection, video)),
)

export const moveInCollection = validatedAction(
  { schema: moveVideoSchema, who: 'owner' },
  async ({ collection, move: [where, video] }) =>
    toActionAnswer(collection, await moveVideo(collection, video, where)),
)

export const deleteCollection = validatedAction(
  { schema: deleteCollectionSchema, who: 'owner' },
  async ({ collection }) => {
    await removeCollection(collection)
    redirect('/studio/collections')
  },
)

type Reason = keyof typeof REFUSALS

function toActionAnswer(
  id: string,
  done: { ok: true } | { ok: false; reason: Reason },
  message?: string,
): ActionResult {
  if (!done.ok) return { ok: false, message: REFUSALS[done.reason] }
  revalidatePath(`/studio/collections/${id}`)
  return { ok: true, ...(message ? { message } : {}) }
}

const REFUSALS = {
  'too-many': `There can be at most ${MAX_COLLECTIONS} collections. Delete one first.`,
  'unknown-collection': 'This collection no longer exists.',
  'unknown-video': 'This video no longer exists.',
  'already-there': 'This video is already in the collection.',
  full: `A collection can have at most ${MAX_VIDEOS_PER_COLLECTION} videos.`,
}
