import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { keepPicture, openBrowser, openPage } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test('a visitor finds an instrument with the keyboard alone and can send the address to somebody', async () => {
  const { page, faults, close } = await openPage(browser, '/')
  const box = page.getByRole('combobox', { name: '检索仪器' })
  await box.focus()
  await page.keyboard.type('电镜')
  const options = page.getByRole('listbox', { name: '检索建议' }).getByRole('option')
  await options.first().waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await options.first().getAttribute('aria-selected')).toBe('true')
  await keepPicture(page, 'catalogue-suggestions')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL(/[?&]q=/)
  // Until the answer is there, the rows of the question before stay.
  await page.locator('.catalogue[aria-busy=false]').waitFor()
  const found = page.locator('.row a').first()
  await found.waitFor()
  const name = await found.textContent()

  const sent = await openPage(browser, new URL(page.url()).pathname + new URL(page.url()).search)
  expect(await sent.page.locator('.row a').first().textContent()).toBe(name)
  await sent.close()

  await found.press('Enter')
  await page.waitForURL(/\/catalogue\//)
  await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor()
  await keepPicture(page, 'catalogue-instrument')
  expect(await accessibilityFaults(page)).toEqual([])
  await page.goBack()
  await page.locator('.row a').first().waitFor()
  expect(faults).toEqual([])
  await close()
})

test.each(['电镜', 'SEM', '扫描电子显微镜'])('%s finds scanning electron microscopes', async words => {
  const { page, close } = await openPage(browser, `/?q=${encodeURIComponent(words)}`)
  await page.locator('.row a').first().waitFor()
  expect(await page.locator('.row').first().textContent()).toMatch(/电镜|电子显微镜/)
  await close()
})

test('an instrument that is not there is said to be gone', async () => {
  const { page, close } = await openPage(browser, '/catalogue/00000000-0000-7000-8000-000000000000')
  await page.getByRole('heading', { name: /没有找到这台仪器/ }).waitFor()
  await close()
})
