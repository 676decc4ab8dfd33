import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { creditCodeFault } from '../src/features/units/creditCode.ts'
import { choose, keepPicture, openBrowser, openPage } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const run = Date.now().toString()

function freshCreditCode() {
  const body = `12150100${run.slice(-9)}`
  return body + (creditCodeFault(`${body}0`)?.expected ?? '0')
}

type Listed<Row> = { items: Row[]; total: number }

async function answer<Body>(page: Page, address: string): Promise<Body> {
  const answered = await page.request.get(address)
  expect(answered.status()).toBe(200)
  return await answered.json()
}

async function change(page: Page, what: string) {
  await page.getByRole('button', { name: '划转、合并、分立或撤销' }).click()
  await page.getByRole('tab', { name: what }).click()
  return page.getByRole('tabpanel', { name: what })
}

async function decide(page: Page, panel: ReturnType<Page['getByRole']>, what: RegExp) {
  await panel.getByLabel('决定机关与文号').fill(`内科发〔2026〕${run.slice(-3)}号`)
  await panel.getByLabel('理由').fill('机构改革')
  await panel.getByRole('button', { name: what }).click()
  await page.getByText('已变更，仪器正在随之调整。').waitFor()
}

test('a part of a unit splits off and merges back, and both histories still read right', {
  timeout: 180_000,
}, async () => {
  const { page, faults, close } = await openPage(browser, '/units', { as: 'region.policy' })
  const found = await answer<
    Listed<{ id: string; unitId: string; unitName: string; nameZh: string; assetNumber: string }>
  >(page, '/api/instruments?lifeCycle=listed&size=200&sort=unitName')
  const moving = found.items.find(({ unitName }) => unitName !== '北疆大学')!
  const part = `分立单位${run}`

  await page.goto(`/units/${moving.unitId}`)
  const split = await change(page, '分立')
  await choose(page, '另选仪器', moving.assetNumber)
  await page.keyboard.press('Escape')
  await split.getByRole('radio', { name: /新单位/ }).click()
  await split.getByLabel('新单位名称').fill(part)
  await split.getByLabel('统一社会信用代码').fill(freshCreditCode())
  await decide(page, split, /^分\s?立$/)
  const history = page.getByRole('region', { name: '单位沿革' })
  await history.getByText('分立出部分仪器').first().waitFor()
  await history.scrollIntoViewIfNeeded()
  await keepPicture(page, 'unit-split-history')

  // The instrument follows in the background, with its own history.
  const one = `/api/instruments/${moving.id}`
  await expect
    .poll(async () => (await answer<{ unitName: string }>(page, one)).unitName, { timeout: 60_000 })
    .toBe(part)
  const { unitId } = await answer<{ unitId: string }>(page, one)
  await page.goto(`/instruments/${moving.id}?tab=history`)
  await page.getByText(`${moving.unitName} → ${part}`, { exact: false }).first().waitFor()

  await page.goto(`/units/${unitId}`)
  await history.getByText('由其他单位分立').waitFor()
  const merge = await change(page, '并入其他单位')
  await choose(page, '并入', moving.unitName)
  await decide(page, merge, /^并入其他单位$/)

  // The old address says what became of it; nothing of its past is lost.
  await page.goto(`/units/${unitId}`)
  await page.getByText(/该单位已自 .* 起并入/).waitFor()
  await history.getByText('由其他单位分立').waitFor()
  await history.getByText('并入其他单位').waitFor()
  await history.scrollIntoViewIfNeeded()
  await keepPicture(page, 'unit-merged-history')
  await page.goto(`/units/${moving.unitId}`)
  await history.getByText('其他单位并入').first().waitFor()
  await history.scrollIntoViewIfNeeded()
  await keepPicture(page, 'unit-absorbed-history')
  await expect
    .poll(async () => (await answer<{ unitName: string }>(page, one)).unitName, { timeout: 60_000 })
    .toBe(moving.unitName)
  expect(faults).toEqual([])
  await close()
})
