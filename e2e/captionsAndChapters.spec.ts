import { addClip, clips, removeClip } from './clips.ts'
import { expect, logInAsSomeoneNew, test } from './fixtures.ts'

test('an owner gives a video captions and chapters', async ({ page }) => {
  const owner = await logInAsSomeoneNew(page, 'owner')
  const video = await addClip(clips.at24, owner.id)
  await page.goto(`/studio/videos/${video.id}`)

  const captions = page.getByRole('region', { name: 'Captions' })
  const buffer = Buffer.from('1\n00:00:01,000 --> 00:00:02,000\nHello\n')
  const file = { name: 'video.srt', mimeType: 'application/x-subrip', buffer }
  await captions.getByLabel('File').setInputFiles(file)
  await captions.getByLabel('Language').fill('no language')
  await captions.getByLabel('Name').fill('English')
  await captions.getByRole('button', { name: 'Add captions' }).click()
  await expect(captions).toContainText('Enter a language code')
  await captions.getByLabel('File').setInputFiles(file)
  await captions.getByLabel('Language').fill('en')
  await captions.getByRole('button', { name: 'Add captions' }).click()
  await expect(captions.getByRole('listitem')).toContainText('English en')

  const chapters = page.getByRole('region', { name: 'Chapters' })
  await chapters.getByRole('textbox').fill('0:00 Opening\n1:00 Too late')
  await chapters.getByRole('button', { name: 'Save chapters' }).click()
  await expect(chapters).toContainText('Line 2: this time is after')
  await chapters.getByRole('textbox').fill('0:00 Opening\n0:05.5 The storm')
  await chapters.getByRole('button', { name: 'Save chapters' }).click()
  await expect(chapters).toContainText('2 chapters saved.')
  await page.reload()
  await expect(chapters.getByRole('textbox')).toHaveValue('0:00 Opening\n0:05.5 The storm')

  await captions.getByRole('button', { name: 'Remove: English' }).click()
  await expect(captions.getByRole('listitem')).toHaveCount(0)
  await removeClip(video)
})
