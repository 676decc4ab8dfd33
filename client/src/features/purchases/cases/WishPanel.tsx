import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateText } from '../../../ui/DateText.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { notify } from '../../../ui/notices.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { HitGroups } from '../CheckResult.tsx'
import { RuleList } from '../RuleTests.tsx'
import { type Case, fileAddress, useEditOpinion, type WishDetails, wishCheck } from './api.ts'
import { BandTag } from './CaseStateTag.tsx'

type Props = { data: Case; wish: WishDetails; open: boolean }

/** One instrument: what is wished, how the rules judge it, the opinion, and every hit with its reasons. */
export function WishPanel({ data, wish, open }: Props) {
  const { t, i18n } = useTranslation('cases')
  const { facts, check } = wish
  const kind = (i18n.language === 'en' && check?.understood.kindEn) || check?.understood.kindZh
  return (
    <details className="panel wish" open={open}>
      <summary>
        <h2>{facts.nameZh ?? t('unnamed')}</h2>
        {facts.model && <span>{facts.model}</span>}
        <span>{t('pieces', { count: facts.quantity })}</span>
        <MoneyText fen={facts.unitPriceFen} />
        {check && <BandTag band={check.band} />}
        {wish.grantedQuantity !== null && data.decision?.outcome === 'adjusted' && (
          <span className="tag">
            {t('granted', { count: wish.grantedQuantity })} <MoneyText fen={wish.grantedPriceFen} />
          </span>
        )}
      </summary>
      <WishedFor data={data} facts={facts} />
      {check && (
        <>
          <h3>{t('purchases:tests')}</h3>
          <RuleList tests={check.tests} />
          <p className="check-stamp">
            {kind ? t('purchases:understood', { kind }) : t('purchases:understood.not')}
            {' · '}
            {t('purchases:stamp', {
              rules: check.rulesVersion,
              stock: check.stock.version,
              count: check.stock.instruments,
            })}{' '}
            {check.stock.asOf && <DateText at={check.stock.asOf} />} · {t('check.frozen')} <DateText at={check.at} />
          </p>
          <WishOpinion key={data.version} data={data} wish={wish} />
          <Hits data={data} wish={wish} />
        </>
      )}
    </details>
  )
}

function WishedFor({ data, facts }: { data: Case; facts: WishDetails['facts'] }) {
  const { t } = useTranslation('cases')
  const fileOf = (id: string | null) => data.files.find(file => file.id === id)
  return (
    <>
      <Facts
        facts={[
          { label: t('field.nameEn'), value: facts.nameEn },
          { label: t('field.manufacturer'), value: facts.manufacturer },
          { label: t('field.classCode'), value: facts.classCode },
          { label: t('field.budgetSource'), value: facts.budgetSource && t(`budget.${facts.budgetSource}`) },
          { label: t('field.annualHours'), value: facts.annualHours },
          { label: t('field.externalHours'), value: facts.externalHours },
          { label: t('field.location'), value: facts.location },
          { label: t('field.specifications'), value: facts.specifications, wide: true },
          { label: t('field.purpose'), value: facts.purpose, wide: true },
        ]}
      />
      <h3>{t('quotations')}</h3>
      {facts.quotations.length === 0 && <p className="absent">{t('quotations.none')}</p>}
      <ul className="quotations">
        {facts.quotations.map(({ supplier, amountFen, fileId }) => {
          const file = fileOf(fileId)
          return (
            <li key={supplier + amountFen}>
              {supplier} <MoneyText fen={amountFen} />{' '}
              {file ? (
                <a href={fileAddress(data.id, file.id)} download={file.fileName}>
                  {file.fileName}
                </a>
              ) : (
                <span className="absent">{t('quotations.noFile')}</span>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function WishOpinion({ data, wish }: { data: Case; wish: WishDetails }) {
  const { t } = useTranslation('cases')
  const [editing, setEditing] = useState(false)
  const edit = useEditOpinion(data.id, wish.id)
  return (
    <>
      <h3>{t('purchases:opinion')}</h3>
      {editing ? (
        <SubmitForm<{ text: string }>
          initialValues={{ text: wish.opinion ?? '' }}
          submitText={t('opinion.save')}
          onCancel={() => setEditing(false)}
          onSubmit={async ({ text }) => {
            await edit.mutateAsync({ text, version: data.version })
            notify(t('opinion.saved'))
          }}
        >
          <Form.Item name="text" label={t('purchases:opinion')} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 5 }} maxLength={8000} lang="zh-CN" />
          </Form.Item>
        </SubmitForm>
      ) : (
        <>
          <p className="opinion-text" lang="zh-CN">
            {wish.opinion}
          </p>
          <p className="case-note">
            {wish.opinionBy ? t('opinion.by', { by: wish.opinionBy }) : t('opinion.generated')}
          </p>
          {data.actions.includes('opinion') && <Button onClick={() => setEditing(true)}>{t('opinion.edit')}</Button>}
        </>
      )}
    </>
  )
}

/** Opened when it is wanted: a case may hold fifty instruments with twenty hits each. */
function Hits({ data, wish }: { data: Case; wish: WishDetails }) {
  const { t } = useTranslation('cases')
  const [shown, show] = useState(false)
  const check = useQuery({ ...wishCheck(data.id, wish.id), enabled: shown })
  const { counts } = wish.check!
  return (
    <details className="wish-hits" onToggle={event => event.currentTarget.open && show(true)}>
      <summary>{t('hits', { same: counts.sameModel, kind: counts.sameKind, near: counts.near })}</summary>
      <ProblemAlert error={check.error} />
      {check.isFetching && <p role="status">{t('ui:loading')}</p>}
      {check.data && <HitGroups wish={check.data.wish} hits={check.data.answer.hits} />}
      {check.data?.answer.hits.length === 0 && <p>{t('purchases:state.nothingFound')}</p>}
    </details>
  )
}
