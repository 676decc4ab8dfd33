import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { type Browser, chromium, type Page } from 'playwright-core'

export const product = process.env.PRODUCT_URL ?? 'http://localhost:8080'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const calm = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']

/** The browser at CHROMIUM_PATH, or the machine's own, or the one that comes in an npm package. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH ?? installed.find(path => existsSync(path))
  if (own) return chromium.launch({ executablePath: own, args: calm })
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...calm] })
}

export const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } }

type Options = { as?: string; size?: keyof typeof sizes; language?: 'zh-CN' | 'en' }

/** A page of the running product, signed in as a demo account if one is named. Faults on the page fail the test that asks for them. */
export async function openPage(
  browser: Browser,
  path: string,
  { as, size = 'desk', language = 'zh-CN' }: Options = {},
) {
  const context = await browser.newContext({ viewport: sizes[size], baseURL: product })
  await context.addInitScript(wanted => localStorage.setItem('language', wanted), language)
  if (as) await signIn(context.request, as)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(String(error)))
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  await page.goto(path)
  return { page, faults, close: () => context.close() }
}

type Requests = Awaited<ReturnType<Browser['newContext']>>['request']

export async function signIn(request: Requests, userName: string) {
  const accounts: { userName: string; password: string }[] = await (
    await request.get('/api/units/demo-accounts')
  ).json()
  const account = accounts.find(each => each.userName === userName)
  if (!account) throw new Error(`The product offers no demo account ${userName}.`)
  const answer = await request.post('/api/units/session', { data: { userName, password: account.password } })
  if (!answer.ok()) throw new Error(`Signing in as ${userName}: ${answer.status()} ${await answer.text()}`)
}

/** Chooses in one of Ant Design's select boxes, as people do: open, type where one can, click. */
export async function choose(page: Page, label: string, option: string) {
  const input = page.getByLabel(label, { exact: true })
  await input.click()
  if (await input.isEditable()) await input.fill(option)
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option')
    .filter({ hasText: option })
    .first()
    .click()
}

/** Keeps what the page looks like, for people to look at. */
export async function keepPicture(page: Page, name: string) {
  await mkdir('.test-results', { recursive: true })
  await page.screenshot({ path: `.test-results/${name}.png` })
}
