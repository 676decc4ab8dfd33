import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepPicture, openBrowser, openPage } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test('the region changes a threshold from a date, sees who is affected, and takes it back', {
  timeout: 120_000,
}, async () => {
  const { page, faults, close } = await openPage(browser, '/policies', { as: 'region.policy' })
  // What an earlier run that broke off has left behind.
  const before = await page.request.get('/api/units/policies/dutyThreshold/history')
  for (const change of (await before.json()) as { id: string; validFrom: string; withdrawnAt: string | null }[])
    if (change.validFrom >= '2031' && !change.withdrawnAt)
      await page.request.post(`/api/units/policies/changes/${change.id}/withdraw`, { data: { reason: '重新测试' } })
  await page.reload()
  const row = page.getByRole('row', { name: /开放义务起点原值/ })
  await row.getByRole('button', { name: /^调\s?整$/ }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('新数值').fill('20')
  await drawer.getByLabel('生效日期').fill('2031-01-01')
  await drawer.getByLabel('生效日期').press('Tab')
  const preview = drawer.getByRole('region', { name: '影响范围' })
  await preview.getByText(/将有 \d+ 台（套）仪器新纳入开放义务，涉及 \d+\+? 家单位/).waitFor()
  expect(await preview.getByRole('listitem').count()).toBeGreaterThan(0)
  await keepPicture(page, 'policy-threshold-preview')
  await drawer.getByLabel('依据').fill('内科发〔2030〕1号')
  await drawer.getByLabel('调整原因').fill('扩大开放范围')
  await drawer.getByRole('button', { name: /^调\s?整$/ }).click()
  await row.getByText('2031-01-01', { exact: false }).waitFor()

  // From that day on another number holds; until then nothing has changed.
  const holds = async (on: string) => {
    await page.goto(`/policies?on=${on}`)
    return row.locator('strong')
  }
  await (await holds('2031-01-01')).getByText('20.00 万元').waitFor()
  await (await holds('2030-12-31')).getByText('30.00 万元').waitFor()

  await page.goto('/policies')
  await row.getByRole('button', { name: /^沿\s?革$/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^撤\s?回$/ })
    .first()
    .click()
  const taking = page.getByRole('dialog').filter({ has: page.getByLabel('撤回原因') })
  await taking.getByLabel('撤回原因').fill('听取意见后暂缓')
  await keepPicture(page, 'policy-history')
  await taking.getByRole('button', { name: /^撤\s?回$/ }).click()
  await taking.waitFor({ state: 'detached' })
  await row.getByText('2031-01-01', { exact: false }).waitFor({ state: 'detached' })
  expect(faults).toEqual([])
  await close()
})
