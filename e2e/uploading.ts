import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

export const ADDING = '/studio/videos/new'

type File = Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0]

const formOf = (page: Page) => page.getByRole('region', { name: 'Upload a file' })

/** Retries until the page is hydrated, which handles the event. */
export async function choose(page: Page, file: File): Promise<void> {
  const form = formOf(page)
  await expect(async () => {
    await form.getByLabel('File', { exact: true }).setInputFiles(file)
    await expect(form.getByLabel('Title')).not.toHaveValue('', { timeout: 500 })
  }).toPass()
}

/**
 * Uploads a file under a title and waits until it is transcoded.
 * @returns the id of the video
 */
export async function uploadVideo(page: Page, file: string, title: string): Promise<string> {
  await page.goto(ADDING)
  await choose(page, file)
  await formOf(page).getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Upload' }).click()
  const job = page.getByRole('article', { name: title })
  // Transcoding has the lowest CPU priority: on a busy machine it takes long.
  await expect(job).toContainText('In the library.', { timeout: 120_000 })
  const address = await job.getByRole('link', { name: 'Watch' }).getAttribute('href')
  return address?.split('/').at(-1) ?? ''
}
