import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { keepPicture, openBrowser, openPage, sizes } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

// I-1, S-1
test('a visitor comes from the list of facilities to one of them, and to an instrument that belongs to it', async () => {
  const { page, faults, close } = await openPage(browser, '/facilities')
  await page.locator('.row h2 a').first().click()
  await page.locator('#its-instruments').waitFor()
  const name = (await page.locator('article h1').textContent()) ?? ''
  for (const size of ['desk', 'phone'] as const) {
    await page.setViewportSize(sizes[size])
    await keepPicture(page, `facility-${size}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(await accessibilityFaults(page)).toEqual([])
  }
  await page.locator('.row h3 a').first().click()
  await page.getByRole('link', { name }).waitFor()
  expect(faults).toEqual([])
  await close()
})

test('who keeps the registry sees its standing, its instruments and its history', async () => {
  const { page, faults, close } = await openPage(browser, '/instruments/carriers?kind=instrumentCentre', {
    as: 'unit.admin',
  })
  await page.locator('tbody a').first().click()
  for (const part of ['档案', '所属仪器', '变更历史']) {
    await page.getByRole('button', { name: part }).click()
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
    for (const size of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      expect(await accessibilityFaults(page)).toEqual([])
    }
    await page.setViewportSize(sizes.desk)
  }
  expect(faults).toEqual([])
  await close()
})
