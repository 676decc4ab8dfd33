import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Schema } from '../../api/client.ts'
import { can, useAccount } from '../../session/session.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { SearchFilter, SelectFilter } from '../../ui/filters.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { useListState } from '../../ui/useListState.ts'
import { educations, type StaffQuery, staffList, titleLevels, useEnterStaffMember } from './api.ts'
import { StaffForm } from './StaffForm.tsx'

type Row = Schema<'StaffRow'>

/** The analysts and testers of my subtree (U-3), as much of each as my tier is shown. */
export function Component() {
  const { t } = useTranslation('staff')
  const navigate = useNavigate()
  const { tier } = useAccount().organisation
  const mayEdit = can('staff.edit')
  const list = useListState(['search', 'education', 'titleLevel', 'left', 'unitId'] as const, 'name')
  const { education, titleLevel, left, ...others } = list.query
  const query: StaffQuery = {
    ...others,
    education: education as Row['education'] | undefined,
    titleLevel: titleLevel as Row['titleLevel'] | undefined,
    left: left === undefined ? undefined : left === 'true',
  }
  const staff = useQuery(staffList(query))
  const enter = useEnterStaffMember()
  const [entering, setEntering] = useState(false)
  const seen = tier === 'unit' ? 'own' : tier === 'supervisor' ? 'supervisor' : 'region'

  return (
    <>
      <PageHeader
        title={t('title')}
        note={t(`note.${seen}`)}
        actions={
          <>
            {tier !== 'unit' && <Button onClick={() => navigate('units')}>{t('units.title')}</Button>}
            {mayEdit && <Button onClick={() => navigate('import')}>{t('import.open')}</Button>}
            {mayEdit && (
              <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEntering(true)}>
                {t('enter')}
              </Button>
            )}
          </>
        }
      />
      <DataTable
        name="staff"
        caption={t('title')}
        columns={useColumns(tier === 'unit')}
        rowKey={({ id }) => id}
        list={list}
        query={staff}
        empty={{ title: t('empty.title'), text: t(mayEdit ? 'empty.text' : 'empty.textOthers') }}
        actions={
          <ExportMenu
            address="/api/units/staff/export"
            query={query}
            total={staff.data?.total ?? 0}
            title={t('export.title', { total: (staff.data?.total ?? 0).toLocaleString('en-US') })}
          />
        }
        filters={
          <>
            <SearchFilter
              label={t(seen === 'region' ? 'filter.searchMasked' : 'filter.search')}
              value={list.filters.search}
              onChange={search => list.filter({ search })}
            />
            <SelectFilter
              label={t('field.education')}
              value={list.filters.education}
              options={educations.map(value => ({ value, label: t(`education.${value}`) }))}
              onChange={value => list.filter({ education: value })}
            />
            <SelectFilter
              label={t('field.titleLevel')}
              value={list.filters.titleLevel}
              options={titleLevels.map(value => ({ value, label: t(`titleLevel.${value}`) }))}
              onChange={value => list.filter({ titleLevel: value })}
            />
            <SelectFilter
              label={t('filter.left')}
              value={list.filters.left}
              options={[
                { value: 'false', label: t('left.false') },
                { value: 'true', label: t('left.true') },
              ]}
              onChange={value => list.filter({ left: value })}
            />
          </>
        }
      />
      <Drawer
        open={entering}
        onClose={() => setEntering(false)}
        size="min(640px, 100vw)"
        title={t('enter')}
        destroyOnHidden
      >
        <StaffForm
          submitText={t('enter')}
          onCancel={() => setEntering(false)}
          onSubmit={async facts => {
            await enter.mutateAsync(facts)
            notify(t('entered', { name: facts.name }))
            setEntering(false)
          }}
        />
      </Drawer>
    </>
  )
}

function useColumns(ownUnit: boolean): Column<Row>[] {
  const { t } = useTranslation('staff')
  return [
    {
      key: 'name',
      title: t('field.name'),
      sort: 'name',
      always: true,
      render: ({ id, name, leftOn }) => (
        <>
          <Link to={`/staff/${id}`}>{name}</Link> {leftOn && <span className="tag">{t('left.true')}</span>}
        </>
      ),
    },
    ...(ownUnit
      ? []
      : [{ key: 'unit', title: t('field.unit'), sort: 'unit', render: (row: Row) => row.unitName } as Column<Row>]),
    { key: 'gender', title: t('field.gender'), narrow: true, render: row => t(`gender.${row.gender}`) },
    {
      key: 'bornIn',
      title: t('field.bornIn'),
      narrow: true,
      render: row => <span className="number">{row.bornIn}</span>,
    },
    { key: 'education', title: t('field.education'), narrow: true, render: row => t(`education.${row.education}`) },
    { key: 'title', title: t('field.title'), sort: 'titleLevel', render: row => row.title },
    { key: 'speciality', title: t('field.speciality'), hidden: true, render: row => row.speciality },
    { key: 'department', title: t('field.department'), sort: 'department', render: row => row.department },
    { key: 'post', title: t('field.post'), hidden: true, render: row => row.post },
    { key: 'instruments', title: t('field.instruments'), render: row => row.instruments },
    {
      key: 'years',
      title: t('field.years'),
      sort: 'analystSince',
      align: 'right',
      narrow: true,
      render: ({ years }) => years !== null && t('years', { count: years }),
    },
    {
      key: 'lastTrainedOn',
      title: t('field.lastTrainedOn'),
      narrow: true,
      render: ({ lastTrainedOn }) =>
        lastTrainedOn ? <DateText at={lastTrainedOn} /> : <span className="absent">{t('untrained')}</span>,
    },
    {
      key: 'fullTime',
      title: t('field.fullTime'),
      narrow: true,
      hidden: true,
      render: row => t(`fullTime.${row.fullTime}`),
    },
    { key: 'phone', title: t('field.phone'), narrow: true, hidden: !ownUnit, render: row => row.phone },
    { key: 'staffNumber', title: t('field.staffNumber'), narrow: true, hidden: true, render: row => row.staffNumber },
    {
      key: 'updatedAt',
      title: t('field.updatedAt'),
      sort: 'updatedAt',
      narrow: true,
      hidden: true,
      render: row => <DateText at={row.updatedAt} />,
    },
  ]
}
