import type { Browser, Page } from 'playwright-core'
import { product, signIn, sizes } from './browser.ts'

export type Visit = { lcp: number; shift: number; scriptKiB: number }

type Seen = { lcp: number; shift: number; slowest: number }
const seenBy = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen }).seen)

/** A page with an empty cache on the machine and line of P9: CPU four times slower, 10 Mbit/s, 40 ms. */
export async function slowPage(browser: Browser, as?: string) {
  const context = await browser.newContext({ viewport: sizes.desk, baseURL: product })
  if (as) await signIn(context.request, as)
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Network.enable')
  const line = 10_000_000 / 8
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 40,
    downloadThroughput: line,
    uploadThroughput: line,
  })
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(() => {
    const seen = { lcp: 0, shift: 0, slowest: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.lcp = entry.startTime
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
        if (entry.interactionId) seen.slowest = Math.max(seen.slowest, entry.duration)
    }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
  })
  return { page, close: () => context.close() }
}

/** What the page's first load came to. */
export async function visit(browser: Browser, path: string, as?: string): Promise<Visit> {
  const { page, close } = await slowPage(browser, as)
  await page.goto(path, { waitUntil: 'networkidle' })
  // Told a moment after it was painted; on a busy machine after the network has gone quiet.
  await page.waitForFunction(() => (window as unknown as { seen: Seen }).seen.lcp > 0)
  const { lcp, shift } = await seenBy(page)
  const scriptKiB = await page.evaluate(until => {
    const scripts = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const before = scripts.filter(each => each.name.endsWith('.js') && each.responseEnd <= until)
    return before.reduce((sum, each) => sum + each.encodedBodySize, 0) / 1024
  }, lcp)
  await close()
  return { lcp, shift, scriptKiB }
}

/** Milliseconds from the click to what it shows, and of the slowest answer to a click or key since the page opened (INP; 0 means under 16). */
export async function clickUntil(page: Page, click: () => Promise<unknown>, shown: () => Promise<unknown>) {
  const start = performance.now()
  await click()
  await shown()
  const until = performance.now() - start
  await page.waitForTimeout(300)
  return { until, slowest: (await seenBy(page)).slowest }
}
