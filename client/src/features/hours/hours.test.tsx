import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { policyOfficer, server, signedInAs, unitAdministrator } from '../../testing/server.ts'
import type { HoursRow } from './api.ts'
import { faultOf, paste, type } from './drafts.ts'

const row = (n: number, declared: HoursRow['declared'] = null): HoursRow => ({
  instrumentId: `i${n}`,
  assetNumber: `A${n}`,
  name: `仪器${n}`,
  model: null,
  special: false,
  ratedHours: 1600,
  declared,
  recorded: null,
  lastYear: { effectiveHours: 900, externalHours: 90 },
  counts: declared ? 'declared' : 'none',
  why: declared ? 'no-records' : 'nothing-known',
  by: '',
  at: null,
  version: declared ? 1 : 0,
})
const rows = [row(1, { effectiveHours: 1000, externalHours: 100 }), row(2), row(3)]
const table = {
  items: rows,
  total: 3,
  page: 1,
  size: 20,
  year: 2025,
  unitId: 'u1',
  unitName: '内蒙古农业大学',
  instruments: 3,
  declared: 1,
}

beforeEach(() => {
  signedInAs(unitAdministrator)
  server.use(http.get('*/api/sharing/hours', () => HttpResponse.json(table)))
})

test('a block from a spreadsheet goes over rows and columns; what is as stored is no change', () => {
  const drafts = paste(new Map(), rows, rows[0]!, 'effectiveHours', '1,000\t100\r\n800\t\r\n700\t50\r\n1\t1\r\n')
  expect([...drafts.keys()]).toEqual(['i2', 'i3'])
  expect(drafts.get('i3')).toMatchObject({ effectiveHours: '700', externalHours: '50' })
})

test('hours are judged while typing', () => {
  const fault = (effective: string, external: string, year = 2025) => {
    const drafts = type(type(new Map(), rows[1]!, 'effectiveHours', effective), rows[1]!, 'externalHours', external)
    return faultOf(drafts.get('i2')!, year)
  }
  expect(fault('12.25', '')).toBe('hours.not-a-number')
  expect(fault('8784', '')).toBe('hours.out-of-range')
  expect(fault('8784', '', 2024)).toBeUndefined()
  expect(fault('100', '101')).toBe('hours.external-above-effective')
  expect(fault('', '5')).toBe('hours.effective-missing')
  expect(fault('1,200.5', '0')).toBeUndefined()
})

test('rows are saved with their versions; a refused one stays and says why', async () => {
  const sent: unknown[] = []
  server.use(
    http.post('*/api/sharing/hours', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({
        done: 1,
        refused: 1,
        rows: [
          { id: 'i1', done: true, code: null, field: null, version: 2 },
          { id: 'i2', done: false, code: 'hours.changed-meanwhile', field: null, version: 1 },
        ],
      })
    }),
  )
  const { user } = renderAt('/hours?year=2025')
  const first = await screen.findByLabelText('仪器1（A1）年运行机时')
  fireEvent.paste(first, { clipboardData: { getData: () => '1700\t100\n800\t80\n' } })
  expect(await screen.findByText(/2 台未保存。 1 台超过额定机时/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: '保存 2 台' }))
  await waitFor(() => expect(screen.getByText('他人刚修改过，请核对后重新填写')).toBeVisible())
  expect(sent).toEqual([
    {
      year: 2025,
      rows: [
        { instrumentId: 'i1', effectiveHours: 1700, externalHours: 100, version: 1 },
        { instrumentId: 'i2', effectiveHours: 800, externalHours: 80, version: 0 },
      ],
    },
  ])
})

test('those above read it and change nothing', async () => {
  signedInAs(policyOfficer)
  renderAt('/hours?year=2025&unitId=u1')
  const line = (await screen.findByText('仪器1')).closest('tr')!
  expect(within(line).getByText('1,000')).toBeVisible()
  expect(screen.queryByRole('textbox', { name: /年运行机时/ })).toBeNull()
})
