import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { queryClient, type Schema } from '../../api/client.ts'
import { can } from '../../session/session.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { organisationTree } from './api.ts'
import { OrganisationForm } from './OrganisationForm.tsx'
import './organisations.css'

type Organisation = Schema<'OrganisationRow'>
type Editing = { parent: Organisation; organisation?: Organisation }

export function loader() {
  return queryClient.ensureQueryData(organisationTree)
}

/** The tree of organisations I work in (U-11): nation, region, supervising departments; units are counted and linked. */
export function Component() {
  const { t } = useTranslation('units')
  const { data: organisations } = useSuspenseQuery(organisationTree)
  const [editing, setEditing] = useState<Editing>()
  const tops = organisations.filter(({ parentId }) => parentId === null)

  return (
    <>
      <PageHeader title={t('organisations.title')} note={t('organisations.note')} />
      <section className="panel">
        <ul className="organisations">
          {tops.map(top => (
            <Branch key={top.id} organisation={top} all={organisations} onEdit={setEditing} />
          ))}
        </ul>
      </section>
      <Modal
        open={editing !== undefined}
        title={t(editing?.organisation ? 'organisations.edit' : 'organisations.register')}
        footer={null}
        onCancel={() => setEditing(undefined)}
        destroyOnHidden
      >
        {editing && <OrganisationForm {...editing} onDone={() => setEditing(undefined)} />}
      </Modal>
    </>
  )
}

type BranchProps = { organisation: Organisation; all: Organisation[]; onEdit: (editing: Editing) => void }

function Branch({ organisation, all, onEdit }: BranchProps) {
  const { t } = useTranslation('units')
  const { id, parentId, name, tier, units } = organisation
  const parent = all.find(other => other.id === parentId)
  const children = all.filter(other => other.parentId === id)
  const manages = can('units.manage')
  return (
    <li>
      <div className="organisation">
        <span className="organisation-name">{name}</span>
        <span className="tag">{t(`tier.${tier}`)}</span>
        {tier === 'supervisor' && (
          <Link to={`/units?supervisorId=${id}`}>{t('organisations.units', { count: units })}</Link>
        )}
        {manages && tier === 'region' && children.length > 0 && (
          <Button size="small" onClick={() => onEdit({ parent: organisation })}>
            {t('organisations.register')}
          </Button>
        )}
        {manages && tier === 'supervisor' && parent && (
          <Button size="small" type="text" onClick={() => onEdit({ parent, organisation })}>
            {t('organisations.edit')}
          </Button>
        )}
      </div>
      {children.length > 0 && (
        <ul>
          {children.map(child => (
            <Branch key={child.id} organisation={child} all={all} onEdit={onEdit} />
          ))}
        </ul>
      )}
    </li>
  )
}
