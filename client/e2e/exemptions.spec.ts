import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose, openBrowser, openPage } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const run = Date.now().toString().slice(-8)

test('an overdue instrument is explained by a statement that travels unit, department, region, and leaves the overdue list', async () => {
  const name = `老旧色谱仪${run}`
  const overdue = `/duties?state=overdue&search=${encodeURIComponent(name)}`

  const unit = await openPage(browser, '/instruments/new', { as: 'unit.admin' })
  const registered = await unit.page.request.post('/api/instruments', {
    data: {
      record: {
        assetNumber: `E${run}`,
        nameZh: name,
        originalValueFen: 88_000_000,
        acceptedOn: '2015-03-02',
        disciplines: [],
        fundingSources: ['central'],
      },
    },
  })
  expect([registered.status(), await registered.text()]).toEqual([201, expect.any(String)])
  await unit.page.goto(overdue)
  await unit.page.getByText('逾期').first().waitFor()
  await unit.page
    .getByRole('row', { name: new RegExp(name) })
    .getByRole('checkbox')
    .check()
  await unit.page.getByRole('button', { name: '为所选 1 台（套）填写不报送说明' }).click()
  await choose(unit.page, '不报送理由', '仪器老旧')
  await unit.page.getByLabel('情况说明').fill('已连续使用十一年，关键部件停产，不能出具数据。')
  await unit.page.getByRole('button', { name: '提交主管部门' }).click()
  await unit.page.getByText('待主管部门审核').waitFor()
  const statement = new URL(unit.page.url()).pathname

  const department = await openPage(browser, statement, { as: 'department.reviewer' })
  await department.page.getByLabel('审核意见（可不填）').fill('情况属实')
  await department.page
    .getByRole('button', { name: /审\s*核/, exact: true })
    .last()
    .click()
  await department.page.getByText('已同意并报送备案').waitFor()
  await department.close()

  // On its way it explains nothing yet.
  await unit.page.goto(overdue)
  await unit.page.getByRole('link', { name }).waitFor()

  const region = await openPage(browser, statement, { as: 'region.policy' })
  await region.page.getByLabel('备案号').fill(`内科备〔2026〕${run}号`)
  await region.page
    .getByRole('button', { name: /备\s*案/ })
    .last()
    .click()
  await region.page.locator('.page-header').getByText('已备案').waitFor()
  expect(region.faults).toEqual([])
  await region.close()

  await unit.page.goto(overdue)
  await unit.page
    .getByRole('heading', { name: '没有找到符合条件的记录' })
    .or(unit.page.locator('.data-table-empty h2'))
    .waitFor()
  await unit.page.goto(`/duties?state=exempt&search=${encodeURIComponent(name)}`)
  await unit.page.getByRole('link', { name }).waitFor()
  await unit.page.goto(`${statement}/print`)
  await unit.page.getByRole('heading', { name: '大型科研仪器设备信息不报送的说明' }).waitFor()
  expect(await unit.page.locator('.sheet').textContent()).toContain(`备案号：内科备〔2026〕${run}号`)
  expect(unit.faults).toEqual([])
  await unit.close()
})
