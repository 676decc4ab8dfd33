import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { can } from '../../session/session.ts'
import { DateText } from '../../ui/DateText.tsx'
import { notify } from '../../ui/notices.tsx'
import { SubmitForm } from '../../ui/SubmitForm.tsx'
import { overviewsOf, useFillUnitOverview } from './overviewsApi.ts'
import './overviews.css'

type Year = Schema<'OverviewYear'>

/** What the unit says of itself year by year (U-2): rooms and technicians; the register of analysts offers the number. */
export function OverviewsPanel({ unitId, closed }: { unitId: string; closed: boolean }) {
  const { t } = useTranslation('overviews')
  const years = useQuery(overviewsOf(unitId)).data?.years
  const [filling, setFilling] = useState<number>()
  const mayFill = can('units.edit') && !closed
  const year = years?.find(each => each.year === filling)
  // What is no more owes nothing; what it once said stays to be read.
  if (closed && years?.every(({ version }) => version === 0)) return null

  return (
    <section className="panel" aria-labelledby="overviews">
      <h2 id="overviews">{t('title')}</h2>
      <p className="field-note">{t('note')}</p>
      {years && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
        <section className="overviews" aria-label={t('title')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('year')}</th>
                <th scope="col" className="right">
                  {t('roomArea')}
                </th>
                <th scope="col" className="right">
                  {t('technicians')}
                </th>
                <th scope="col" className="right">
                  {t('register')}
                </th>
                <th scope="col">{t('saved')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('action')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {years
                .filter(({ version }) => !closed || version > 0)
                .map(row => (
                  <tr key={row.year}>
                    <th scope="row">{row.year}</th>
                    <Figures row={row} />
                    <td>{mayFill && <Fill row={row} onOpen={() => setFilling(row.year)} />}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      )}
      <Drawer
        open={year !== undefined}
        onClose={() => setFilling(undefined)}
        size="min(520px, 100vw)"
        title={t('fill.title', { year: filling })}
        destroyOnHidden
      >
        {year && (
          <FillForm
            key={year.version}
            unitId={unitId}
            year={year}
            before={years?.find(each => each.year === year.year - 1)}
            onDone={() => setFilling(undefined)}
          />
        )}
      </Drawer>
    </section>
  )
}

function Figures({ row }: { row: Year }) {
  const { t } = useTranslation('overviews')
  if (row.version === 0) {
    return (
      <>
        <td colSpan={2}>
          <span className="tag tag-waiting">{t('missing')}</span>
        </td>
        <td className="right number">{row.registerCount}</td>
        <td />
      </>
    )
  }
  return (
    <>
      <td className="right number">{row.roomArea?.toLocaleString()}</td>
      <td className="right number">{row.technicians?.toLocaleString()}</td>
      <td className="right number">
        {row.offered}
        {row.registerCount !== row.offered && (
          <div className="field-note">{t('now', { count: row.registerCount })}</div>
        )}
      </td>
      <td>
        {row.by} <DateText at={row.at} />
        {row.reason && <div className="field-note">{t('reasonIs', { reason: row.reason })}</div>}
        {row.revisions.length > 1 && (
          <details>
            <summary>{t('revisions', { count: row.revisions.length - 1 })}</summary>
            <ul>
              {row.revisions.slice(1).map(old => (
                <li key={old.version} className="field-note">
                  <DateText at={old.at} /> {old.by}{' '}
                  {t('revision', { area: old.roomArea.toLocaleString(), count: old.technicians })} {old.reason}
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
    </>
  )
}

function Fill({ row, onOpen }: { row: Year; onOpen: () => void }) {
  const { t } = useTranslation('overviews')
  return (
    <Button size="small" type={row.version === 0 ? 'primary' : 'default'} onClick={onOpen}>
      {t(row.version === 0 ? 'fill' : 'correct')}
    </Button>
  )
}

type FormProps = { unitId: string; year: Year; before: Year | undefined; onDone: () => void }

function FillForm({ unitId, year, before, onDone }: FormProps) {
  const { t } = useTranslation('overviews')
  const fill = useFillUnitOverview(unitId, year.year)
  const [form] = Form.useForm<Schema<'FillUnitOverview'>>()
  const isOther = (count: number | null | undefined) =>
    count !== undefined && count !== null && count !== year.registerCount
  const differs = isOther(Form.useWatch('technicians', form))
  return (
    <SubmitForm<Schema<'FillUnitOverview'>>
      form={form}
      initialValues={{
        // Last year's rooms are the start; people come from the register.
        roomArea: year.roomArea ?? before?.roomArea ?? undefined,
        technicians: year.technicians ?? year.registerCount,
        reason: year.reason || null,
      }}
      submitText={t('save')}
      onCancel={onDone}
      onSubmit={async ({ roomArea, technicians: count, reason }) => {
        await fill.mutateAsync({ roomArea, technicians: count, reason: reason ?? null, version: year.version })
        notify(t('done', { year: year.year }))
        onDone()
      }}
    >
      <Form.Item
        name="roomArea"
        label={t('roomArea')}
        rules={[{ required: true }]}
        extra={
          before?.roomArea !== null &&
          before?.roomArea !== undefined &&
          t('before', { year: before.year, value: before.roomArea.toLocaleString() })
        }
      >
        <InputNumber className="full" min={0} max={10_000_000} precision={2} controls={false} suffix="m²" />
      </Form.Item>
      <Form.Item
        name="technicians"
        label={t('technicians')}
        rules={[{ required: true }]}
        extra={t('offered', { count: year.registerCount })}
      >
        <InputNumber className="full" min={0} max={100_000} precision={0} controls={false} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('reason')}
        hidden={!differs}
        required={differs}
        // Asked of the form when it is sent: what is watched shows a moment later.
        rules={[
          ({ getFieldValue }) => ({ required: isOther(getFieldValue('technicians')), whitespace: true }),
          { max: 500 },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </SubmitForm>
  )
}
