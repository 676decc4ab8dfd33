import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { Button, Progress } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { ApiError } from '../../../api/problem.ts'
import { useAccount } from '../../../session/session.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { oneImport, templateAddress } from './api.ts'
import { ImportSteps } from './ImportSteps.tsx'
import './imports.css'
import { uploadList } from './upload.ts'

const accepted = ['.xlsx', '.xls', '.csv', '.txt']

/** Steps 1 and 2: the template, prefilled with what is known, and the file. */
export function Component() {
  const { t } = useTranslation('imports')
  const ownUnit = useAccount().organisation.tier === 'unit'
  return (
    <>
      <PageHeader title={t('start')} note={t(ownUnit ? 'start.note' : 'start.noteRegion')} />
      <ImportSteps current="upload" reachable={[]} />
      <section className="panel" aria-labelledby="template">
        <h2 id="template">{t('template.title')}</h2>
        <p>{t(ownUnit ? 'template.text' : 'template.textRegion')}</p>
        <Button icon={<DownloadOutlined aria-hidden />} href={templateAddress} download>
          {t('template.download')}
        </Button>
      </section>
      <Upload />
    </>
  )
}

function Upload() {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const abort = useRef<AbortController>(undefined)
  const [sending, setSending] = useState<{ name: string; share: number }>()
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  const send = async (file: File | undefined) => {
    if (!file) return
    setProblem(undefined)
    if (!accepted.some(ending => file.name.toLowerCase().endsWith(ending)))
      return setProblem(new ApiError(415, 'upload.kind', '', { name: file.name }))
    if (file.size === 0) return setProblem(new ApiError(422, 'upload.empty', '', { name: file.name }))
    abort.current = new AbortController()
    setSending({ name: file.name, share: 0 })
    try {
      const { signal } = abort.current
      const found = await uploadList(file, { signal, onProgress: share => setSending({ name: file.name, share }) })
      queryClient.setQueryData(oneImport(found.id).queryKey, found)
      await navigate(`/instruments/imports/${found.id}?step=mapping`)
    } catch (error) {
      setProblem(error)
    } finally {
      setSending(undefined)
      if (input.current) input.current.value = ''
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!sending) send(event.dataTransfer.files[0])
  }

  return (
    <section className="panel" aria-labelledby="upload">
      <h2 id="upload">{t('upload.title')}</h2>
      <ProblemAlert error={problem} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everybody's */}
      <div
        className={over ? 'drop drop-over' : 'drop'}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {sending ? (
          <div className="drop-sending" role="status">
            <p>{t(sending.share < 1 ? 'upload.sending' : 'upload.reading', { name: sending.name })}</p>
            <Progress percent={Math.round(sending.share * 100)} aria-label={t('upload.progress')} />
            <Button onClick={() => abort.current?.abort()}>{t('cancel')}</Button>
          </div>
        ) : (
          <>
            <p>{t('upload.drop')}</p>
            <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
              {t('upload.choose')}
            </Button>
            <p className="field-note">{t('upload.note')}</p>
          </>
        )}
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('upload.choose')}
          accept={accepted.join(',')}
          onChange={event => send(event.target.files?.[0])}
        />
      </div>
    </section>
  )
}
