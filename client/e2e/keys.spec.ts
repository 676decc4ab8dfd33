import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepPicture, openBrowser, openPage, product } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test('a key of a machine is made, used and withdrawn', { timeout: 120_000 }, async () => {
  const { page, faults, close } = await openPage(browser, '/keys', { as: 'unit.admin' })
  const name = `预约系统${Date.now()}`
  await page.getByRole('button', { name: '创建密钥' }).first().click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('系统名称').fill(name)
  await drawer.getByRole('button', { name: '创建密钥' }).click()
  await page
    .getByRole('heading', { name: '新密钥' })
    .or(page.getByText('新密钥', { exact: true }))
    .first()
    .waitFor()
  const key = (await page.locator('.issued-password').first().textContent())!.trim()
  await keepPicture(page, 'key-issued')
  await page.getByRole('button', { name: '已妥善保存' }).click()

  // As a machine would: no cookie, the key in a header.
  const ask = (address = 'instruments?size=1') => fetch(`${product}/api/${address}`, { headers: { 'X-Api-Key': key } })
  const answer = await ask()
  expect(answer.status).toBe(200)
  expect((await answer.json()).total).toBeGreaterThan(0)
  // What the key was not made for stays shut, whoever made it.
  expect((await ask('units/accounts')).status).toBe(403)

  const row = page.getByRole('row', { name: new RegExp(name) })
  await expect
    .poll(
      async () => {
        await page.reload()
        await row.waitFor()
        return await row.getByText('从未使用').count()
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toBe(0)
  await keepPicture(page, 'key-used')
  await row.getByRole('button', { name: /^撤\s?销$/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^撤\s?销$/ })
    .click()
  await row.getByText('已撤销').waitFor()
  expect((await ask()).status).toBe(401)
  expect(faults).toEqual([])
  await close()
})
