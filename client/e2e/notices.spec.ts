import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const name = `等离子体质谱仪 N${Date.now().toString(36).toUpperCase()}`

/** Enters one of the unit's listed instruments once more, under a name of its own. */
async function registerLikeAnother(page: Page) {
  const get = async (path: string) => (await page.request.get(`/api/instruments${path}`)).json()
  const other = await get(`/${(await get('?lifeCycle=listed&size=1')).items[0].id}`)
  const record = { ...other.record, nameZh: name, assetNumber: name.split(' ')[1] }
  const answer = await page.request.post('/api/instruments', { data: { unitId: null, record } })
  expect(answer.status(), await answer.text()).toBe(201)
  return (await answer.json()) as { id: string }
}

/** Told by the bell, which knows of it moments after it happened: a fresh page asks anew. */
async function openBell(page: Page, text: string | RegExp) {
  await expect
    .poll(
      async () => {
        await page.goto('/notices?unread=true')
        await page.locator('h1').waitFor()
        await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
        return page.getByRole('link', { name: text }).count()
      },
      { timeout: 30_000 },
    )
    .toBe(1)
  await page.goto('/workbench')
  await page.getByRole('link', { name: /^通知，\d+\+? 条未读$/ }).click()
  await page.waitForURL('**/notices')
  await page.getByRole('link', { name: text }).click()
}

test('what a unit submits rings at its department, what is returned rings back, and both are mailed', {
  timeout: 120_000,
}, async () => {
  const unit = await openPage(browser, '/workbench', { as: 'unit.admin' })
  const { id } = await registerLikeAnother(unit.page)
  await unit.page.goto(`/instruments?search=${encodeURIComponent(name)}`)
  await unit.page.getByRole('checkbox', { name: '选择本页全部' }).check()
  await unit.page.getByRole('region', { name: '对所选仪器的操作' }).getByRole('button', { name: '提交审核' }).click()
  await unit.page.getByRole('button', { name: '提交 1 台' }).click()
  await unit.page.getByText('完成 1 台，未办理 0 台').waitFor()

  const reviewer = await openPage(browser, '/workbench', { as: 'department.reviewer' })
  await openBell(reviewer.page, new RegExp(`提交了 1 台（套）仪器待审核，首台为“${name}”`))
  await reviewer.page.waitForURL(`**/instruments/review/${id}`)
  await reviewer.page.getByRole('combobox', { name: /退回原因/ }).click()
  await reviewer.page.getByTitle('信息有误').click()
  await reviewer.page.getByLabel('退回意见').fill('请核对型号')
  await reviewer.page.getByRole('button', { name: '退回修改' }).click()
  await reviewer.page.getByText(`“${name}”已退回`).waitFor()
  expect(reviewer.faults).toEqual([])
  await reviewer.close()

  await openBell(unit.page, new RegExp(`仪器“${name}”被.*退回：请核对型号`))
  await unit.page.waitForURL(`**/instruments/${id}`)
  await unit.page.getByText('信息有误：请核对型号').waitFor()
  expect(unit.faults).toEqual([])
  await unit.close()

  const region = await openPage(browser, `/operations/mails?search=${encodeURIComponent(name)}`, {
    as: 'region.centre',
  })
  await region.page.getByText(`仪器“${name}”被退回`).first().click()
  await region.page.getByText('请按审核意见修改后重新提交').first().waitFor()
  await region.page.getByText('unit.admin@demo.example').waitFor()
  expect(region.faults).toEqual([])
  await region.close()
})
