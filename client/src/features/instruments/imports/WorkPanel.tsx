import { Button, Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { type Import, useCancelImport } from './api.ts'

const counted = (rows: number) => rows.toLocaleString('en-US')

/** The server works on its own: one may stop it, leave, and come back. */
export function WorkPanel({ import: { id, state, progress } }: { import: Import }) {
  const { t } = useTranslation('imports')
  const cancel = useCancelImport(id)
  const done = progress && progress.total > 0 ? Math.floor((100 * progress.done) / progress.total) : 0
  return (
    <section className="panel" aria-labelledby="work">
      <h2 id="work">{t(`work.${state}`)}</h2>
      <Progress percent={done} aria-label={t(`work.${state}`)} />
      <p role="status">
        {progress !== null &&
          progress.total > 0 &&
          t('work.progress', { done: counted(progress.done), total: counted(progress.total) })}
      </p>
      <p className="field-note">{t('work.leave')}</p>
      <ProblemAlert error={cancel.error} />
      <Button loading={cancel.isPending} onClick={() => cancel.mutate()}>
        {t('work.cancel')}
      </Button>
    </section>
  )
}
