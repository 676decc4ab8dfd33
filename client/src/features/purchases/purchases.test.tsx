import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../testing/renderAt.tsx'
import { server, signedInAs, unitAdministrator } from '../../testing/server.ts'
import type { CheckAnswer } from './api.ts'

const address = '/purchases/duplicate-check'

const found: CheckAnswer = {
  state: 'found',
  rulesVersion: '2026.11',
  stock: { version: 7, instruments: 1500, asOf: '2026-11-21T03:00:00Z' },
  counts: { sameModel: 1, sameKind: 12, near: 30 },
  understood: {
    kindZh: '扫描电子显微镜',
    kindEn: 'scanning electron microscope',
    classCode: '010102',
    brand: '蔡司',
    models: ['sigma300'],
    accessory: false,
  },
  hits: [
    {
      instrumentId: 'i1',
      score: 94,
      band: 'sameModel',
      contributions: [
        {
          feature: 'name',
          points: 57,
          agreement: 'same',
          reason: 'name.variant',
          ours: '扫描电子显微镜',
          theirs: '场发射扫描电子显微镜',
        },
        {
          feature: 'brand',
          points: -2,
          agreement: 'different',
          reason: 'brand.different',
          ours: '蔡司',
          theirs: '日立',
        },
        {
          feature: 'price',
          points: -3,
          agreement: 'different',
          reason: 'price.band',
          ours: '20 万元',
          theirs: '231 万元',
        },
      ],
      group: 'ownUnit',
      name: '场发射扫描电镜',
      englishName: null,
      model: 'Sigma 300',
      manufacturer: 'Carl Zeiss',
      classCode: '010102',
      specifications: null,
      functions: '形貌观察',
      originalValueFen: 231_000_000,
      ageYears: 6,
      unitId: 'u1',
      unitName: '内蒙古农业大学',
      leagueName: '呼和浩特市',
      distanceKilometres: 0,
      standing: 'listed',
      operatingStatus: 'inService',
      sharingMode: 'external',
      hoursYear: 2025,
      annualHours: 800,
      externalHours: 200,
      utilisation: 0.571,
      sharingRate: 0.25,
      hoursSource: 'declared',
      contactName: '李敏',
      contactPhone: '0471-1234567',
    },
  ],
  tests: [
    {
      code: 'saturated',
      outcome: 'against',
      value: 0,
      threshold: 1200,
      judged: 1,
      without: 0,
      text: null,
      source: '财科教〔2019〕1号',
    },
  ],
  opinion: '拟购“SEM”，发现同型号1台（套）。',
}

beforeEach(() => {
  signedInAs({ ...unitAdministrator, permissions: [...unitAdministrator.permissions, 'purchases.check'] })
})

async function check(answer: CheckAnswer) {
  server.use(http.post('*/api/purchase-review/duplicate-check', () => HttpResponse.json(answer)))
  const { user } = renderAt(address)
  await user.type(await screen.findByLabelText('仪器名称'), 'SEM')
  await user.click(screen.getByRole('button', { name: '开始查重' }))
  return user
}

test('a hit says in words how alike it is, why, and what differs', async () => {
  await check(found)
  expect(await screen.findByText('发现 1 台同型号、12 台同类、30 台近似仪器')).toBeVisible()
  const hits = within(screen.getByRole('region', { name: '本单位（1）' }))
  expect(hits.getByText('同型号')).toBeVisible()
  expect(hits.getByText('功能相同的同类仪器')).toBeVisible()
  expect(hits.getByText('（拟购：扫描电子显微镜；现有：场发射扫描电子显微镜）')).toBeVisible()
  expect(hits.getByText(/厂商不同/)).toBeVisible()
  expect(hits.getByText('（拟购：蔡司；现有：日立）')).toBeVisible()
  expect(hits.getByText('价格悬殊')).toBeVisible()
  expect(hits.getByText('800 小时（2025 年，单位申报）')).toBeVisible()
  expect(screen.getByText(/规则版本 2026.11/)).toBeVisible()
  expect(screen.getByText('不支持购置')).toBeVisible()
})

test('the opinion can be edited and brought back', async () => {
  const user = await check(found)
  const opinion = await screen.findByRole('textbox', { name: '分析意见' })
  await user.type(opinion, '补充。')
  expect(opinion).toHaveValue('拟购“SEM”，发现同型号1台（套）。补充。')
  await user.click(screen.getByRole('button', { name: '恢复生成的意见' }))
  expect(opinion).toHaveValue('拟购“SEM”，发现同型号1台（套）。')
})

test('nothing found and not finished cannot be mistaken for each other', async () => {
  const nothing = { ...found, state: 'nothingFound', hits: [], counts: { sameModel: 0, sameKind: 0, near: 0 } }
  await check(nothing)
  expect(await screen.findByText('没有发现相同或相近的仪器')).toBeVisible()
})

test('a check that did not finish says so and offers another try', async () => {
  await check({ ...found, state: 'notFinished', hits: [], tests: [], opinion: '' })
  expect(await screen.findByText('查重没有完成，不能据此认为没有重复')).toBeVisible()
  expect(screen.getByRole('button', { name: '重新查重' })).toBeVisible()
  expect(screen.queryByText('没有发现相同或相近的仪器')).toBeNull()
})

test('a list tells of each wish how much alike there is', async () => {
  server.use(
    http.post('*/api/purchase-review/duplicate-check/list', () =>
      HttpResponse.json({
        state: 'finished',
        rulesVersion: '2026.11',
        stock: found.stock,
        rows: [
          {
            row: 2,
            name: '扫描电镜',
            model: 'S-4800',
            manufacturer: null,
            kindZh: '扫描电子显微镜',
            band: 'sameKind',
            score: 71,
            sameModel: 0,
            sameKind: 9,
            near: 4,
            nearestId: 'i1',
            nearestName: '场发射扫描电镜',
            nearestModel: 'Sigma 300',
            nearestUnit: '内蒙古农业大学',
          },
        ],
      }),
    ),
  )
  const { user } = renderAt(address)
  await user.click(await screen.findByText('清单查重（一次最多 200 项）'))
  await user.upload(screen.getByLabelText('清单文件'), new File(['名称\n扫描电镜'], 'wishes.csv', { type: 'text/csv' }))
  expect(await screen.findByText('同型号 0，同类 9，近似 4')).toBeVisible()
  expect(screen.getByRole('button', { name: '下载结果' })).toBeVisible()
})
