import { DownloadOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Progress, Select } from 'antd'
import { type DragEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { queryClient } from '../../api/client.ts'
import { ApiError } from '../../api/problem.ts'
import { session } from '../../session/session.ts'
import { ProblemAlert } from '../../ui/ProblemAlert.tsx'
import { demoPackageAddress, onePackage, sendPackage } from './api.ts'

const accepted = ['.zip', '.xlsx', '.xls', '.csv', '.txt']

/** The file that the asset-management system gave out: it is compared, and nothing happens before somebody says so. */
export function SendPackage() {
  const { t } = useTranslation('assets')
  const navigate = useNavigate()
  const demo = useQuery(session).data?.demo
  const input = useRef<HTMLInputElement>(null)
  const abort = useRef<AbortController>(undefined)
  const [sending, setSending] = useState<{ name: string; share: number }>()
  const [moneyUnit, setMoneyUnit] = useState('')
  const [problem, setProblem] = useState<unknown>()

  const send = async (file: File | undefined) => {
    if (!file) return
    setProblem(undefined)
    if (!accepted.some(ending => file.name.toLowerCase().endsWith(ending)))
      return setProblem(new ApiError(415, 'upload.kind', '', { name: file.name }))
    abort.current = new AbortController()
    setSending({ name: file.name, share: 0 })
    try {
      const { signal } = abort.current
      const onProgress = (share: number) => setSending({ name: file.name, share })
      const found = await sendPackage(file, moneyUnit || undefined, { signal, onProgress })
      queryClient.setQueryData(onePackage(found.id).queryKey, found)
      await navigate(`/assets/${found.id}`)
    } catch (error) {
      setProblem(error)
    } finally {
      setSending(undefined)
      if (input.current) input.current.value = ''
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (!sending) send(event.dataTransfer.files[0])
  }

  return (
    <section className="panel" aria-labelledby="send-package">
      <h2 id="send-package">{t('send.title')}</h2>
      <p>{t('send.text')}</p>
      <ProblemAlert error={problem} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everybody's */}
      <div className="send-package" onDragOver={event => event.preventDefault()} onDrop={drop}>
        {sending ? (
          <div className="send-package-going" role="status">
            <p>{t(sending.share < 1 ? 'send.sending' : 'send.comparing', { name: sending.name })}</p>
            <Progress percent={Math.round(sending.share * 100)} aria-label={t('send.progress')} />
            <Button onClick={() => abort.current?.abort()}>{t('cancel')}</Button>
          </div>
        ) : (
          <>
            <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
              {t('send.choose')}
            </Button>
            <Select
              aria-label={t('send.moneyUnit')}
              value={moneyUnit}
              onChange={setMoneyUnit}
              popupMatchSelectWidth={false}
              options={['', 'yuan', 'tenThousandYuan'].map(value => ({
                value,
                label: t(`send.moneyUnit.${value || 'asWritten'}`),
              }))}
            />
            {demo && (
              <Button type="link" icon={<DownloadOutlined aria-hidden />} href={demoPackageAddress} download>
                {t('send.demo')}
              </Button>
            )}
          </>
        )}
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('send.choose')}
          accept={accepted.join(',')}
          onChange={event => send(event.target.files?.[0])}
        />
      </div>
      <p className="field-note">{t('send.note')}</p>
    </section>
  )
}
