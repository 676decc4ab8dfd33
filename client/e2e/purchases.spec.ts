import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, openPage, signIn } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const run = Date.now().toString().slice(-8)
const address = '/api/purchase-review'

// Wishes as units write them: brand inside the model, mixed brackets, abbreviations (lists of a CDC, a university, an institute).
const wishes = [
  ['三重四极杆电感耦合等离子体质谱仪', 'Icaptq ICP-MS', 'Thermo', 220],
  ['液相色谱仪', '1200', 'Agilent Technologies', 60],
  ['气相色谱仪', '7890A', 'Agilent Technologies', 55],
  ['200kV透射电子显微镜', 'JEM-2100HR', '', 480],
  ['场发射透射电子显微镜', 'FEI Talos F200X', '', 980],
  ['离子色谱（C）', '', '', 48],
  ['凝胶渗透色谱(GPC)（G）', '', '', 70],
  ['核磁共振仪', 'NMR 400', '', 350],
  ['高效液相色谱仪', 'HPLC', '', 65],
  ['紫外-可见分光光度计', 'UV-VIS', '', 31],
] as const

async function person(as: string) {
  const context = await browser.newContext({ baseURL: process.env.PRODUCT_URL ?? 'http://localhost:8080' })
  await signIn(context.request, as)
  return context.request
}
type Person = Awaited<ReturnType<typeof person>>

/** What answers hold, as far as this story reads them. */
type Reply = {
  id: string
  version: number
  cases: { id: string; number: string }[]
  facts: Record<string, unknown> & { wishes: (Record<string, unknown> & { unitPriceFen: number })[] }
}

async function ok<T = Reply>(answer: Awaited<ReturnType<Person['get']>>): Promise<T> {
  expect([answer.status(), answer.ok() ? '' : await answer.text()]).toEqual([answer.status(), ''])
  return (answer.status() === 204 ? undefined : await answer.json()) as T
}

test('ten real wishes go from a list to decision letters; the panel works on one page and sees why a hit is one', async () => {
  const centre = await person('region.centre')
  const liaison = await person('unit.liaison')
  const people = await ok<
    {
      accountId: string
      name: string
      expert: boolean
      seat: string
      unitId: string | null
      organisationName: string
    }[]
  >(await centre.get(`${address}/experts`))
  const seatOf = (organisation: string, seat: string) => ({
    accountId: people.find(each => each.organisationName.includes(organisation))!.accountId,
    seat,
  })
  const members = [
    seatOf('财政厅', 'finance'),
    seatOf('科学技术厅', 'science'),
    seatOf('教育厅', 'education'),
    ...people.filter(({ expert, unitId }) => expert && !unitId).map(({ accountId }) => ({ accountId, seat: 'field' })),
  ]
  const frame = {
    name: `十项拟购 ${run}`,
    year: 2027,
    annual: true,
    budgetFen: 200_000_000_000,
    applyUntil: '2099-01-01',
    meetingOn: null,
    minutes: null,
    members,
    caseIds: [],
  }
  const round = await ok(await centre.post(`${address}/rounds`, { data: { facts: frame } }))

  // The unit brings its list to the round in the page.
  const unit = await openPage(browser, `/purchases/rounds/${round.id}`, { as: 'unit.liaison' })
  const csv = ['仪器名称,规格型号,生产厂商,单价（万元）', ...wishes.map(wish => wish.join(','))].join('\r\n')
  await unit.page
    .getByLabel('清单文件')
    .setInputFiles({ name: 'wishes.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await unit.page.getByText('已生成 10 件申请草稿').waitFor()
  expect(unit.faults).toEqual([])
  await unit.close()

  // Completed and handed in.
  const drafts = (await ok(await liaison.get(`${address}/rounds/${round.id}`))).cases
  expect(drafts.length).toBe(10)
  for (const { id } of drafts) {
    const draft = await ok(await liaison.get(`${address}/cases/${id}`))
    const wish = draft.facts.wishes[0]!
    const quotations = [1, 1.02, 1.05].map((factor, at) => ({
      supplier: `供应商${at + 1}`,
      amountFen: Math.round(wish.unitPriceFen * factor),
      fileId: null,
    }))
    const facts = {
      ...draft.facts,
      projectName: '检测能力提升',
      grounds: ['noneAlike'],
      necessity: '承担任务需要',
      reasonableness: '三家比较',
      sharingPlan: '入网开放',
      conditions: '人员场地落实',
      wishes: [
        {
          ...wish,
          specifications: '按国家标准配置',
          purpose: '理化检测',
          budgetSource: 'local',
          annualHours: 1400,
          externalHours: 400,
          location: '理化楼',
          quotations,
        },
      ],
    }
    let { version } = await ok(await liaison.put(`${address}/cases/${id}`, { data: { facts, version: draft.version } }))
    const step = async (by: Person, name: string, data: object) => {
      version = (await ok(await by.post(`${address}/cases/${id}/${name}`, { data: { ...data, version } }))).version
    }
    await step(liaison, 'submit', {})
  }
  // Each tier passes the ten on together, in its list.
  const tiers = [
    { as: 'unit.admin', state: 'submitted', action: '批量同意上报' },
    { as: 'department.reviewer', state: 'unitEndorsed', action: '批量审核同意' },
    { as: 'region.centre', state: 'supervisorEndorsed', action: '批量通过完整性检查' },
  ]
  for (const { as, state, action } of tiers) {
    const list = await openPage(browser, `/purchases?state=${state}&size=100`, { as })
    for (const { number } of drafts) await list.page.getByRole('row', { name: number }).getByRole('checkbox').check()
    await list.page.getByRole('button', { name: action }).click()
    await list.page.locator('.ant-modal').getByRole('button', { name: '办理 10 件' }).click()
    await list.page.getByText('已办理 10 件').waitFor()
    expect(list.faults).toEqual([])
    await list.close()
  }

  // The panel is convened in the page.
  const office = await openPage(browser, `/purchases/rounds/${round.id}`, { as: 'region.centre' })
  await office.page.getByRole('button', { name: '召集评议组' }).click()
  await office.page.locator('.ant-modal').getByRole('button', { name: '召集评议组' }).click()
  await office.page.getByRole('button', { name: '开始集体评议' }).waitFor()

  // One member works through the page; the others by the same doors.
  const expert = await openPage(browser, `/purchases/rounds/${round.id}`, { as: 'expert' })
  const { page } = expert
  const cards = page.locator('.case-card')
  for (let at = 0; at < 10; at++) {
    await cards.nth(at).click()
    await page.getByLabel('没有利益冲突，打开材料').check()
    await page.getByRole('button', { name: '声明并打开材料' }).click()
    await page.getByText('规则检验').first().waitFor()
    if (at === 1) {
      // Why a hit is a hit, from the screen.
      await page.locator('.wish-hits > summary').click()
      await page.locator('.hit .contribution').first().waitFor()
      expect(await page.locator('.hit').first().textContent()).toMatch(/名称.*(同一种仪器|同类仪器)/)
    }
    await page.getByLabel(at === 9 ? '不予通过' : at === 4 ? '调整' : '通过', { exact: true }).check()
    await page.getByLabel('评议意见').fill('已对照命中仪器的机时和共享情况。')
    await page.getByRole('button', { name: '提交独立意见' }).click()
    await page.getByText('我的意见：').waitFor()
  }
  const others = ['region.finance', 'region.policy', 'department.reviewer', 'expert2', 'expert3', 'expert4']
  const seats: Person[] = []
  for (const name of others) {
    const context = await browser.newContext({ baseURL: process.env.PRODUCT_URL ?? 'http://localhost:8080' })
    await context.request.post('/api/units/session', { data: { userName: name, password: 'Demo#2026' } })
    const mine = (await (await context.request.get(`${address}/rounds/${round.id}`)).json()).cases
    if (mine?.length === 10) seats.push(context.request)
  }
  const table = (await ok(await centre.get(`${address}/rounds/${round.id}`))).cases
  const outcomeOf = (at: number) => (at === 9 ? 'rejected' : at === 4 ? 'adjusted' : 'passed')
  for (const [at, { id }] of table.entries()) {
    for (const seat of seats) {
      await ok(await seat.post(`${address}/cases/${id}/declaration`, { data: { conflict: false, reason: null } }))
      const opinion = { text: '同意', recommendation: outcomeOf(at) }
      await ok(await seat.put(`${address}/cases/${id}/my-opinion`, { data: opinion }))
    }
  }
  await office.page.reload()
  await office.page.getByRole('button', { name: '开始集体评议' }).click()
  await office.page.locator('.ant-modal').getByRole('button', { name: '开始集体评议' }).click()
  await office.page.getByText('集体评议', { exact: true }).first().waitFor()
  for (const [at, { id }] of table.entries())
    for (const seat of seats)
      await ok(await seat.put(`${address}/cases/${id}/my-vote`, { data: { vote: outcomeOf(at), comment: null } }))
  await page.reload()
  for (let at = 0; at < 10; at++) {
    await cards.nth(at).click()
    await page
      .getByRole('group', { name: '实名投票' })
      .or(page.locator('form'))
      .getByLabel(at === 9 ? '不予通过' : at === 4 ? '调整' : '通过', { exact: true })
      .first()
      .check()
    await page.getByRole('button', { name: '投票', exact: true }).click()
    await page.getByText('投票结果：').waitFor()
  }
  expect(expert.faults).toEqual([])
  await expert.close()

  // The centre records every decision on the same page; the outcome stands as the votes carry it.
  await office.page.reload()
  for (let at = 0; at < 10; at++) {
    await office.page.locator('.case-card').nth(at).click()
    await office.page.getByLabel('决定文号').fill(`内科评〔2027〕${run}-${at + 1}号`)
    if (at === 4) await office.page.getByLabel('核准单价').fill('20')
    if (at === 4 || at === 9) await office.page.getByLabel('理由', { exact: true }).fill('区内同类仪器机时尚有余量。')
    await office.page.getByRole('button', { name: '作出决定并通知单位' }).click()
    await office.page
      .locator('.case-card')
      .nth(at)
      .locator('.tag', { hasText: /^(通过|调整|不予通过)$/ })
      .waitFor()
  }
  await office.page.getByText('已结束').waitFor()
  expect(office.faults).toEqual([])
  await office.close()

  const letter = await openPage(browser, `/purchases/${table[4]!.id}/letter`, { as: 'unit.liaison' })
  await letter.page.getByText('大型科研仪器购置评议决定书').waitFor()
  expect(await letter.page.locator('.sheet').textContent()).toMatch(/结论为：调整.*1 × 20/s)
  expect(letter.faults).toEqual([])
  await letter.close()
}, 600_000)
