import { HttpResponse, http } from 'msw'
import type { Schema } from '../../api/client.ts'
import { pageOf, server, unitAdministrator } from '../../testing/server.ts'
import type { Instrument, InstrumentRow } from './api.ts'

/** Answers that the tests of this feature have in common. */

const field = (key: string, kind: Schema<'FieldKind'>, more: Partial<Schema<'FieldRow'>> = {}): Schema<'FieldRow'> => ({
  key,
  group: 'identity',
  nameZh: key,
  nameEn: key,
  kind,
  maxLength: null,
  required: false,
  nationalRequired: false,
  nationalKey: null,
  codes: [],
  ...more,
})

export const fields = [
  field('assetNumber', 'text', { nameZh: '所在单位仪器编号', required: true, maxLength: 50 }),
  field('nameZh', 'text', { nameZh: '仪器设备名称', required: true, maxLength: 100 }),
  field('model', 'text', { nameZh: '规格型号', required: true, maxLength: 100 }),
  field('originalValueFen', 'money', { nameZh: '原值', group: 'origin', required: true }),
  field('bookedOn', 'date', { nameZh: '建账日期', group: 'origin', required: true }),
  field('functions', 'longText', { nameZh: '主要功能', group: 'technical', nationalRequired: true, maxLength: 300 }),
  field('operatingStatus', 'choice', { nameZh: '运行状态', group: 'use', codes: ['inService', 'idle'] }),
]

export const carrierFields = [
  {
    kind: 'instrumentCentre',
    fields: [
      field('number', 'text', { nameZh: '所在单位中心编号', required: true, maxLength: 50 }),
      field('nameZh', 'text', { nameZh: '仪器中心名称', required: true, maxLength: 50 }),
      field('introduction', 'longText', { nameZh: '中心简介', group: 'sharing', required: true, maxLength: 200 }),
    ],
  },
]

export const instrument: Instrument = {
  id: 'i1',
  unitId: 'u1',
  unitName: '内蒙古农业大学',
  record: {
    assetNumber: '2020001',
    nameZh: '扫描电子显微镜',
    model: 'S-4800',
    originalValueFen: 321_000_000,
    bookedOn: '2020-05-06',
    functions: '形貌观察',
    operatingStatus: 'inService',
    disciplines: [],
    fundingSources: [],
  },
  lifeCycle: 'draft',
  className: null,
  createdAt: '2026-01-05T01:00:00Z',
  updatedAt: '2026-01-05T01:00:00Z',
  submittedAt: null,
  listedOn: null,
  retiredOn: null,
  dueOn: null,
  duty: null,
  returnReasonCode: null,
  returnReason: null,
  remarks: [],
  missingForSubmission: [],
  statusSince: null,
  expectedBackOn: null,
  custodians: [],
  missingForNation: [],
  actions: ['edit', 'submit', 'delete', 'operate'],
  carrier: null,
  version: 4,
}

export const row: InstrumentRow = {
  id: 'i1',
  assetNumber: '2020001',
  nameZh: '扫描电子显微镜',
  model: 'S-4800',
  manufacturer: '日立',
  classCode: '010102',
  unitId: 'u1',
  unitName: '内蒙古农业大学',
  originalValueFen: 321_000_000,
  bookedOn: '2020-05-06',
  lifeCycle: 'draft',
  operatingStatus: 'inService',
  statusSince: null,
  expectedBackOn: null,
  submittedAt: null,
  updatedAt: '2026-01-05T01:00:00Z',
  version: 4,
}

export const custodianOfLists: Schema<'SignedInAccount'> = {
  ...unitAdministrator,
  permissions: [...unitAdministrator.permissions, 'instruments.import', 'instruments.operate'],
}

export const reviewer: Schema<'SignedInAccount'> = {
  ...unitAdministrator,
  organisation: { id: 's1', name: '内蒙古自治区教育厅', tier: 'supervisor' },
  roles: ['reviewer'],
  permissions: ['units.read', 'instruments.read', 'instruments.review'],
}

/** What every page of the feature asks for. */
export function answerReference() {
  server.use(
    http.get('*/api/instruments/fields', () =>
      HttpResponse.json({ fields, disciplines: [], countries: ['中国'], carriers: carrierFields }),
    ),
    http.get('*/api/instruments/classification', () => HttpResponse.json([])),
    http.get('*/api/instruments/carriers', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/units/regions', () => HttpResponse.json([])),
    http.get('*/api/units/managing-units', () => HttpResponse.json(pageOf([]))),
    http.get('*/api/instruments/inbox', () =>
      HttpResponse.json({
        groups: [{ key: 'toComplete', count: 3, mine: true, lifeCycle: 'draft' }],
        total: 57,
        listed: 40,
        units: 1,
        listedValueFen: 0,
      }),
    ),
  )
}
