import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessibilityFaults } from './accessibility.ts'
import { keepPicture, openBrowser, openPage, sizes } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const pages = [
  { name: 'catalogue', path: '/' },
  { name: 'open-rate', path: '/open-rate' },
  { name: 'facilities', path: '/facilities' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'workbench', path: '/workbench', as: 'unit.admin' },
  { name: 'account', path: '/account', as: 'unit.admin' },
  { name: 'units', path: '/units', as: 'region.policy' },
  { name: 'register-unit', path: '/units/new', as: 'region.policy' },
  { name: 'organisations', path: '/organisations', as: 'region.policy' },
  { name: 'accounts', path: '/accounts', as: 'region.policy' },
  { name: 'invite-accounts', path: '/accounts/invite', as: 'unit.admin' },
  { name: 'create-account', path: '/accounts/new', as: 'region.policy' },
  { name: 'instruments', path: '/instruments', as: 'unit.admin' },
  { name: 'instruments-of-the-region', path: '/instruments?lifeCycle=listed', as: 'region.policy' },
  { name: 'register-instrument', path: '/instruments/new', as: 'unit.admin' },
  { name: 'carriers', path: '/instruments/carriers', as: 'unit.admin' },
  { name: 'carriers-of-the-region', path: '/instruments/carriers', as: 'region.policy' },
  { name: 'register-facility', path: '/instruments/carriers/new?kind=facility', as: 'unit.admin' },
  { name: 'labels', path: '/instruments/labels', as: 'unit.admin' },
  { name: 'review', path: '/instruments/review', as: 'department.reviewer' },
  { name: 'customs', path: '/instruments/customs', as: 'unit.admin' },
  { name: 'repairs', path: '/instruments/repairs', as: 'unit.custodian' },
  { name: 'repairs-of-the-region', path: '/instruments/repairs?state=overdue', as: 'region.policy' },
  { name: 'duties', path: '/duties', as: 'unit.admin' },
  { name: 'duties-of-the-region', path: '/duties?state=overdue', as: 'region.policy' },
  { name: 'duty-counts', path: '/duties/counts', as: 'region.policy' },
  { name: 'exemptions', path: '/duties/exemptions', as: 'region.policy' },
  { name: 'declare-exemption', path: '/duties/exemptions/new', as: 'unit.admin' },
  { name: 'imports', path: '/instruments/imports', as: 'unit.admin' },
  { name: 'start-import', path: '/instruments/imports/new', as: 'region.centre' },
  { name: 'asset-packages', path: '/assets', as: 'unit.admin' },
  { name: 'asset-cards', path: '/assets/cards', as: 'unit.admin' },
  { name: 'asset-packages-of-the-region', path: '/assets', as: 'region.centre' },
  { name: 'staff', path: '/staff', as: 'unit.admin' },
  { name: 'staff-of-the-region', path: '/staff', as: 'region.centre' },
  { name: 'staff-by-unit', path: '/staff/units', as: 'region.policy' },
  { name: 'import-staff', path: '/staff/import', as: 'unit.liaison' },
  { name: 'overviews', path: '/overviews', as: 'region.policy' },
  { name: 'hours', path: '/hours', as: 'unit.admin' },
  { name: 'hours-by-unit', path: '/hours/units', as: 'region.centre' },
  { name: 'import-hours', path: '/hours/import', as: 'unit.liaison' },
  { name: 'purchases', path: '/purchases', as: 'region.centre' },
  { name: 'purchases-of-the-unit', path: '/purchases', as: 'unit.liaison' },
  { name: 'apply-for-purchase', path: '/purchases/new', as: 'unit.liaison' },
  { name: 'review-rounds', path: '/purchases/rounds', as: 'region.centre' },
  { name: 'new-review-round', path: '/purchases/rounds/new', as: 'region.centre' },
  { name: 'granted-purchases', path: '/purchases/expectations', as: 'region.centre' },
  { name: 'grades', path: '/grades', as: 'region.policy' },
  { name: 'grades-of-the-unit', path: '/grades', as: 'unit.liaison' },
  { name: 'panel-experts', path: '/purchases/experts', as: 'region.centre' },
  { name: 'rounds-of-an-expert', path: '/purchases/rounds', as: 'expert' },
  { name: 'policies', path: '/policies', as: 'region.policy' },
  { name: 'notices', path: '/notices', as: 'department.reviewer' },
  { name: 'jobs', path: '/jobs', as: 'region.policy' },
  { name: 'jobs-of-mine', path: '/jobs', as: 'unit.admin' },
  { name: 'mails', path: '/operations/mails', as: 'region.policy' },
  { name: 'audit', path: '/audit', as: 'region.policy' },
  { name: 'not-found', path: '/no/such/page', as: 'region.policy' },
]

// Each page in both languages, side by side, and at both widths: opens without a fault, fits its width, is clean for axe.
describe.each(pages)('$name', ({ name, path, as }) => {
  test.concurrent.each(['zh-CN', 'en'] as const)('in %s', async language => {
    const { page, faults, close } = await openPage(browser, path, { as, language })
    await page.locator('h1').first().waitFor()
    await page.locator('[aria-busy=true]').waitFor({ state: 'detached' })
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    expect(await page.title()).toContain(language === 'en' ? 'Open Instrument Sharing' : '大型科研仪器开放共享平台')
    for (const size of ['desk', 'phone'] as const) {
      await page.setViewportSize(sizes[size])
      await keepPicture(page, `${name}-${size}-${language}`)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      expect(await accessibilityFaults(page)).toEqual([])
    }
    expect(faults).toEqual([])
    await close()
  })
})
