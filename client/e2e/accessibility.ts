import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Result = { violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }

/** What axe finds wrong with the page as it stands: rule, and the first places. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated by the debugger, not as a script of the page: the content-security policy stays as strict as it is.
  await page.evaluate(axe)
  const { violations } = await page.evaluate(
    async () => await (window as unknown as { axe: { run: (o: object) => Promise<Result> } }).axe.run({}),
  )
  return violations.map(
    ({ id, help, nodes }) =>
      `${id} (${help}): ${nodes
        .slice(0, 3)
        .map(node => `${node.html.slice(0, 160)} — ${node.failureSummary?.slice(0, 160)}`)
        .join(' | ')}`,
  )
}
