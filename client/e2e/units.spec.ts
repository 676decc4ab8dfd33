import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { creditCodeFault } from '../src/features/units/creditCode.ts'
import { choose, openBrowser, openPage, product } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const run = Date.now().toString()

/** A code nobody has, with its check digit. */
function freshCreditCode() {
  const body = `12150000${run.slice(-9)}`
  return body + (creditCodeFault(`${body}0`)?.expected ?? '0')
}

test('a unit is registered, its administrator gets a way in and must choose a password of their own', async () => {
  const { page, faults, close } = await openPage(browser, '/units/new', { as: 'region.policy' })
  const unit = `试验单位${run}`
  await page.getByLabel('单位名称').fill(unit)
  await page.getByLabel('统一社会信用代码').fill(freshCreditCode())
  await page.getByText('校验位正确').waitFor()
  await choose(page, '单位类型', '高等学校')
  await choose(page, '主管部门', '呼和浩特市科学技术局')
  await choose(page, '所在盟市', '呼和浩特市')
  await page.getByRole('button', { name: '登记' }).click()
  await page.getByRole('heading', { name: unit }).waitFor()

  await page.goto('/accounts/new')
  await choose(page, '所属机构', unit)
  await page.getByLabel('用户名').fill(`admin.${run}`)
  await page.getByLabel('姓名').fill('王建国')
  await choose(page, '角色', '单位管理员')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '创建账号' }).click()
  const password = (await page.locator('.issued-password').textContent())!
  expect(password).toHaveLength(14)
  expect(faults).toEqual([])
  await close()

  const first = await openPage(browser, '/sign-in')
  await first.page.getByLabel('用户名').fill(`admin.${run}`)
  await first.page.getByLabel('密码').fill(password)
  await first.page.getByRole('button', { name: '登录', exact: true }).click()
  await first.page.waitForURL('**/account')
  await first.page.getByText('请先修改密码').waitFor()
  await first.page.getByLabel('当前密码').fill(password)
  await first.page.getByLabel('新密码', { exact: true }).fill('short')
  await first.page.getByLabel('再次输入新密码').fill('short')
  await first.page.getByRole('button', { name: '修改密码' }).click()
  await first.page.getByText('密码长度不够').waitFor()
  expect(await first.page.getByLabel('当前密码').inputValue()).toBe(password)

  await first.page.getByLabel('新密码', { exact: true }).fill('Long#Enough2026')
  await first.page.getByLabel('再次输入新密码').fill('Long#Enough2026')
  await first.page.getByRole('button', { name: '修改密码' }).click()
  await first.page.getByText('密码已修改').waitFor()
  await first.page.getByRole('link', { name: '本单位信息' }).click()
  await first.page.getByRole('heading', { name: unit }).waitFor()
  await first.close()
})

test('a foreign unit is a page that is not there', async () => {
  const region = await openPage(browser, '/units', { as: 'region.policy' })
  const other: { items: { id: string; name: string }[] } = await (
    await region.page.request.get('/api/units/managing-units?search=职业')
  ).json()
  await region.close()
  const { page, close } = await openPage(browser, `/units/${other.items[0]!.id}`, { as: 'unit.admin' })
  await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor()
  await close()
})

test('a page one has no permission for says why', async () => {
  const { page, faults, close } = await openPage(browser, '/accounts', { as: 'nation.officer' })
  await page.getByRole('heading', { name: '您的角色不包含此项功能' }).waitFor()
  expect(faults).toEqual([])
  await close()
})

test('the keyboard alone leads past the menu and through a list', async () => {
  const { page, close } = await openPage(browser, '/units', { as: 'region.policy' })
  await page.getByRole('link', { name: '跳到正文' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('登记管理单位')
  await page.keyboard.press('Tab')
  await page.keyboard.type('大学')
  await page.waitForURL(`${product}/units?search=${encodeURIComponent('大学')}`)
  await close()
})
