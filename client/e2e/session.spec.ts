import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test('who is not signed in is asked to, and comes to the page that was wanted', async () => {
  const { page, close } = await openPage(browser, '/units?sort=-name')
  await page.waitForURL(/\/sign-in\?next=/)
  await page.getByRole('button', { name: /科技厅政策主管/ }).click()
  await page.waitForURL('**/units?sort=-name')
  await page.getByRole('heading', { name: '管理单位', level: 1 }).waitFor()
  await close()
})

test('a wrong password is refused in words, and the name stays', async () => {
  const { page, close } = await openPage(browser, '/sign-in')
  await page.getByLabel('用户名').fill('nobody.at.all')
  await page.getByLabel('密码').fill('wrong')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('alert').textContent()).toContain('用户名或密码不正确')
  expect(await page.getByLabel('用户名').inputValue()).toBe('nobody.at.all')
  await close()
})

test('signing out leads to the public page and ends the session', async () => {
  const { page, close } = await openPage(browser, '/workbench', { as: 'unit.liaison' })
  await page.locator('.shell-user').click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.waitForURL(url => url.pathname === '/')
  await page.goto('/workbench')
  await page.waitForURL(/\/sign-in/)
  await close()
})

test('the language is chosen once and stays', async () => {
  const { page, close } = await openPage(browser, '/workbench', { as: 'unit.admin' })
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Workbench' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await close()
})
