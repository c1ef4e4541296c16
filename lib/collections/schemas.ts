import { moveField } from '#lib/videos/moveField.ts'
import { description, title } from '#lib/videos/titleAndDescription.ts'
import { checkbox, requiredCheckbox, z } from '#lib/zod.ts'

const collection = z.uuid()

export const newCollectionSchema = z.object({ title })

export const editCollectionSchema = z.object({
  collection,
  title,
  description,
  published: checkbox,
  sequential: checkbox,
})

export const placeVideoSchema = z.object({
  collection,
  video: z.uuid('Choose a video.'),
})

export const moveVideoSchema = z.object({
  collection,
  move: moveField(['up', 'down', 'out']),
})

export const deleteCollectionSchema = z.object({
  collection,
  sure: requiredCheckbox,
})
