import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { keepPicture, openBrowser, openPage, sizes } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

// A model nobody else has, so that what is found is what was imported here.
const mark = `Q${Date.now().toString(36).toUpperCase()}`

const list = `大型仪器设备一览表（单位：元）,,,,,,,
仪器编号,设备名称,规格型号,生产厂家,国别,购置日期,单价（元）,分类号
${mark}-1,场发射扫描电子显微镜,${mark}A,德国蔡司公司,德国,2013.5,2563743,010102
${mark}-2,高速冷冻离心机,${mark}B,日本日立公司,日本,2015年6月,386000,011023
${mark}-3,核磁共振波谱仪,${mark}C,德国布鲁克公司,德国,前年,6180000,010602
合计,,,,,,9129743,
`

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

test('a unit imports its list, mends a wrong row and submits', { timeout: 180_000 }, async () => {
  const { page, faults, close } = await openPage(browser, '/instruments/imports/new', { as: 'unit.admin' })
  const file = { name: `${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(list) }
  await page.locator('input[type=file]').setInputFiles(file)

  await page.getByRole('heading', { name: '每一列是什么' }).waitFor()
  await inspect(page, 'import-mapping')
  await page.getByRole('button', { name: '对应无误，下一步' }).click()

  await page.getByRole('heading', { name: '发现的问题' }).waitFor()
  await page.getByRole('button', { name: /不是日期/ }).click()
  const cell = page.getByLabel('建账日期')
  await cell.waitFor()
  await inspect(page, 'import-faults')
  await cell.fill('2019-08')
  await page.getByRole('button', { name: /^改\s*正$/ }).click()
  await page.getByText('已改正，将新增').waitFor()
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByRole('heading', { name: '导入后的结果' }).waitFor()
  await inspect(page, 'import-confirm')
  await page.getByRole('button', { name: '全部导入（3 台）' }).click()
  await page.getByText(/新增 3 台，变更 0 台/).waitFor()
  await inspect(page, 'import-result')

  await page.goto(`/instruments?search=${mark}`)
  await page.getByText('本页 3 条，共 3 条').waitFor()
  await page.getByRole('checkbox', { name: '选择本页全部' }).check()
  await page.getByRole('region', { name: '对所选仪器的操作' }).getByRole('button', { name: '提交审核' }).click()
  await page.getByRole('button', { name: '提交 3 台' }).click()
  await page.getByText('完成 3 台，未办理 0 台').waitFor()
  expect(faults).toEqual([])
  await close()
})

test('a second upload of the same list changes nothing', async () => {
  const { page, close } = await openPage(browser, '/instruments/imports/new', { as: 'unit.admin' })
  const again = list.replace(',前年,', ',2019-08,')
  const file = { name: `${mark}-again.csv`, mimeType: 'text/csv', buffer: Buffer.from(again) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: /下一步|按此核对/ }).click()
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByText('清单与登记信息一致，没有需要导入的内容。').first().waitFor()
  await close()
})

test('the supervisor returns one with a remark and approves the rest', { timeout: 180_000 }, async () => {
  const { page, faults, close } = await openPage(browser, `/instruments/review?search=${mark}`, {
    as: 'department.reviewer',
  })
  await page.getByRole('link', { name: '高速冷冻离心机' }).click()
  await page.getByRole('button', { name: '批注“原值”' }).click()
  await page.keyboard.type('与资产账不符，请核对')
  await page.getByRole('combobox', { name: /退回原因/ }).click()
  await page.getByTitle('信息有误').click()
  await page.getByLabel('退回意见').fill('请核对原值')
  await inspect(page, 'review-desk')
  await page.getByRole('button', { name: '退回修改' }).click()
  await page.getByText('“高速冷冻离心机”已退回').waitFor()

  await page.goto(`/instruments/review?search=${mark}`)
  await page.getByText('本页 2 条，共 2 条').waitFor()
  await page.getByRole('checkbox', { name: '选择本页全部' }).check()
  await page.getByRole('region', { name: '对所选仪器的操作' }).getByRole('button', { name: '审核通过' }).click()
  await page.getByRole('button', { name: '通过 2 台' }).click()
  await page.getByText('完成 2 台，未办理 0 台').waitFor()
  expect(faults).toEqual([])
  await close()
})

test('what was returned opens at the remark, and its history says what happened', { timeout: 180_000 }, async () => {
  const { page, close } = await openPage(browser, `/instruments?search=${mark}&lifeCycle=returned`, {
    as: 'unit.admin',
  })
  await page.getByRole('link', { name: '高速冷冻离心机' }).click()
  await page.getByText('信息有误：请核对原值').waitFor()
  await inspect(page, 'instrument-returned')
  await page.getByRole('button', { name: '变更历史' }).click()
  await page.getByText('批量导入').last().waitFor()
  await inspect(page, 'instrument-history')
  await page.getByRole('button', { name: /^修\s*改$/ }).click()
  await page.getByText('审核意见：与资产账不符，请核对').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('originalValueFen')
  await inspect(page, 'instrument-edit')
  await close()
})

test('the public page finds what was approved, by its model and by its common name', { timeout: 120_000 }, async () => {
  const { page, close } = await openPage(browser, '/')
  const found = async (words: string) => {
    await page.goto(`/?q=${encodeURIComponent(words)}`)
    await page.locator('main').getByText(`${mark}A`).first().waitFor({ timeout: 5000 })
    return true
  }
  // The index follows the registry within moments, not at once.
  await expect.poll(() => found(`${mark}A`).catch(() => false), { timeout: 60_000 }).toBe(true)
  expect(await found(`扫描电镜 ${mark}A`)).toBe(true)
  expect(await found(`SEM ${mark}A`)).toBe(true)
  await close()
})
