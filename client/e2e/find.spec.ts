import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { keepPicture, openBrowser, openPage, sizes } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test('the keyboard alone finds an instrument, a unit and a page', async () => {
  const { page, faults, close } = await openPage(browser, '/workbench', { as: 'region.policy' })
  await page.locator('h1').first().waitFor()
  const find = async (text: string, group: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: '搜索内容' }).fill(text)
    await page
      .getByRole('group', { name: new RegExp(`^${group}`) })
      .getByRole('option')
      .first()
      .waitFor()
  }
  await find('离心机', '仪器')
  for (const size of ['phone', 'desk'] as const) {
    await page.setViewportSize(sizes[size])
    await keepPicture(page, `find-${size}`)
    expect(await accessibilityFaults(page)).toEqual([])
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/instruments\/[0-9a-f-]{36}$/)
  await find('北疆大学', '单位')
  await page.keyboard.press('Escape')
  await find('操作记录', '页面')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/audit')
  expect(faults).toEqual([])
  await close()
})

test('filters are kept under a name, open the list next time, and are thrown away', async () => {
  const name = `闲置 ${Date.now().toString(36)}`
  const { page, faults, close } = await openPage(browser, '/instruments?operatingStatus=idle', { as: 'unit.liaison' })
  await page.getByRole('button', { name: '常用筛选' }).click()
  await page.getByLabel('把当前筛选保存为').fill(name)
  await page.getByRole('checkbox', { name: '打开列表时默认使用' }).check()
  for (const size of ['phone', 'desk'] as const) {
    await page.setViewportSize(sizes[size])
    await keepPicture(page, `saved-filters-${size}`)
    expect(await accessibilityFaults(page)).toEqual([])
  }
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('筛选已保存').waitFor()

  await page.goto('/instruments')
  await page.waitForURL('**/instruments?operatingStatus=idle')
  await page.getByRole('button', { name }).click()
  await page.getByRole('button', { name: `删除“${name}”` }).click()
  await page.getByText('还没有保存的筛选').waitFor()
  expect(faults).toEqual([])
  await close()
})
