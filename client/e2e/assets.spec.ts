import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { keepPicture, openBrowser, openPage, sizes } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** Looks at the page as it stands, at both widths: nothing sticks out, axe finds nothing. */
async function inspect(page: Page, name: string) {
  for (const size of ['phone', 'desk'] as const) {
    await page.setViewportSize(sizes[size])
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
    await keepPicture(page, `${name}-${size}`)
    const sticksOut = () => document.documentElement.scrollWidth - window.innerWidth
    expect([name, size, await page.evaluate(sticksOut)]).toEqual([name, size, 0])
    expect([name, size, ...(await accessibilityFaults(page))]).toEqual([name, size])
  }
}

const kind = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^\\d+\\s*${name}`) })

async function send(page: Page, file: Buffer) {
  await page.goto('/assets')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '北疆大学资产卡片.zip', mimeType: 'application/zip', buffer: file })
  await page.waitForURL(/\/assets\/[0-9a-f-]{36}/)
}

test('a unit sends its asset package in a year later, sees what is new, moved and missing, and settles it', {
  timeout: 180_000,
}, async () => {
  const { page, faults, close } = await openPage(browser, '/assets', { as: 'unit.admin' })
  await page.getByRole('heading', { name: '资产卡片', exact: true }).waitFor()
  const file = await (await page.request.get('/api/instruments/assets/demo-package')).body()
  await send(page, file)

  await page.getByText('以下是比对结果，尚未采用', { exact: false }).waitFor()
  for (const name of ['未登记', '卡片消失', '价值变动', '疑似拆分']) await kind(page, name).waitFor()
  await inspect(page, 'asset-package-compared')
  await page.getByRole('button', { name: '采用本次资产包' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '采用本次资产包' }).click()
  await page.getByText('已采用，可以逐条处理差异').waitFor()

  // One draft by itself, and taken back again.
  const row = page.getByRole('row', { name: /元素分析仪/ })
  await row.getByRole('button', { name: '建草稿' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '建草稿' }).click()
  await row.getByText('已建草稿').waitFor()
  await inspect(page, 'asset-package-missing')
  await row.getByRole('button', { name: /^撤\s?销$/ }).click()
  await row.getByRole('button', { name: '建草稿' }).waitFor()

  // Then all of a kind at once.
  await page.getByRole('checkbox', { name: '选择本页全部' }).click()
  const bar = page.getByRole('region', { name: '批量处理' })
  await inspect(page, 'asset-package-chosen')
  await bar.getByRole('button', { name: /^不处理/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '不处理' }).click()
  await page
    .getByRole('dialog')
    .getByText(/完成 \d+ 项，未完成 0 项/)
    .waitFor()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^完\s?成$/ })
    .click()

  await kind(page, '价值变动').click()
  await inspect(page, 'asset-package-moved')
  const moved = page.getByRole('button', { name: '采用卡片价值' })
  for (let left = await moved.count(); left > 0; left--) {
    await moved.first().click()
    await page.getByRole('dialog').getByRole('button', { name: '采用卡片价值' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => moved.count()).toBe(left - 1)
  }
  for (const [name, action] of [
    ['卡片消失', '标为待报废'],
    ['疑似拆分', '建草稿'],
  ] as const) {
    await kind(page, name).click()
    const settle = page.getByRole('table').getByRole('button', { name: action })
    await settle.first().waitFor()
    for (let left = await settle.count(); left > 0; left--) {
      await settle.first().click()
      await page.getByRole('dialog').getByRole('button', { name: action }).click()
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await expect.poll(() => settle.count()).toBe(left - 1)
    }
    await inspect(page, `asset-package-${name}`)
  }

  // The same package a second time: the drafts know their cards, and what was left does not come again.
  await send(page, file)
  await page.getByText('以下是比对结果，尚未采用', { exact: false }).waitFor()
  for (const name of ['未登记', '价值变动', '疑似拆分']) expect(await kind(page, name).count()).toBeLessThanOrEqual(1)
  for (const name of ['未登记', '价值变动', '疑似拆分'])
    if (await kind(page, name).count()) expect(await kind(page, name).textContent()).toMatch(/^0/)
  await page.getByRole('button', { name: /^丢\s?弃$/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^丢\s?弃$/ })
    .click()
  await page.waitForURL(/\/assets$/)
  expect(faults).toEqual([])
  await close()
})
