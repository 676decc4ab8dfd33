import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepPicture, openBrowser, openPage } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test('a custodian writes a repair down, the public sees it, and its end puts the instrument back', {
  timeout: 120_000,
}, async () => {
  const { page, faults, close } = await openPage(browser, '/instruments?custodian=mine', { as: 'unit.custodian' })
  const mine = await page.request.get(
    '/api/instruments?custodian=mine&operatingStatus=inService&lifeCycle=listed&size=1',
  )
  const [instrument] = (await mine.json()).items as { id: string; nameZh: string }[]
  await page.getByRole('link', { name: instrument!.nameZh, exact: true }).first().waitFor()

  await page.goto(`/instruments/${instrument!.id}?tab=upkeep`)
  await page.getByRole('button', { name: '登记维修' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('故障现象').fill('真空泵异响，开机报警')
  await form.getByLabel('维修人员或厂商').fill('原厂售后工程师')
  await form.getByRole('button', { name: '登记维修' }).click()
  const log = page.getByRole('region', { name: '维修记录' })
  await log.getByText('维修中').waitFor()

  const visitor = await openPage(browser, `/catalogue/${instrument!.id}`)
  await visitor.page.getByText(/^自 \d{4}-\d\d-\d\d 起/).waitFor()
  await visitor.page.getByText('待修').waitFor()
  await keepPicture(visitor.page, 'repair-public')
  await visitor.close()

  await log.getByRole('button', { name: /^办\s?结$/ }).click()
  await form.getByLabel('处理情况').fill('更换轴承，真空恢复正常')
  await form.getByLabel('维修费用').fill('48600')
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await log.getByText('48,600.00 元').first().waitFor()
  await page.getByRole('region', { name: '运行状态' }).getByText('正常').first().waitFor()
  await keepPicture(page, 'repair-finished')
  expect(faults).toEqual([])
  await close()
})
