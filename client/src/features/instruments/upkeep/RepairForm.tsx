import { useQuery } from '@tanstack/react-query'
import { Checkbox, DatePicker, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'
import { dayField } from '../../../ui/dayField.ts'
import { FileButton } from '../../../ui/FileButton.tsx'
import { MoneyInput } from '../../../ui/MoneyInput.tsx'
import { notify } from '../../../ui/notices.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { SubmitForm } from '../../../ui/SubmitForm.tsx'
import { attachments, useBringDocument } from '../attachments/api.ts'
import { type Repair, type RepairFacts, useEditRepair, useEnterRepair } from './upkeepApi.ts'

type Props = {
  instrumentId: string
  repair?: Repair
  /** Opened to bring it to its end today. */
  ending?: boolean
  /** One goes on already: another can only be a past one. */
  busy: boolean
  onDone: () => void
}

type Values = { facts: RepairFacts; expectedBackOn?: string | null; returnsToService: boolean }

export function RepairForm({ instrumentId, repair, ending = false, busy, onDone }: Props) {
  const { t } = useTranslation('upkeep')
  const [form] = Form.useForm<Values>()
  const enter = useEnterRepair(instrumentId)
  const edit = useEditRepair(instrumentId, repair?.id ?? '')
  const bring = useBringDocument(instrumentId)
  const files = useQuery(attachments(instrumentId)).data?.filter(({ kind }) => kind === 'document') ?? []
  const today = dayjs().format('YYYY-MM-DD')
  const going = !Form.useWatch(['facts', 'until'], form)
  const wasGoing = repair !== undefined && !repair.until
  const mustEnd = repair === undefined && busy

  const facts: RepairFacts = {
    from: repair?.from ?? today,
    until: repair?.until ?? (ending ? today : null),
    fault: repair?.fault ?? '',
    work: repair?.work ?? null,
    doneBy: repair?.doneBy ?? null,
    costFen: repair?.costFen ?? null,
    attachmentId: repair?.attachmentId ?? null,
  }
  return (
    <SubmitForm<Values>
      form={form}
      initialValues={{ facts, expectedBackOn: null, returnsToService: true }}
      submitText={t(repair ? 'form.save' : 'repair.enter')}
      onCancel={onDone}
      onSubmit={async values => {
        const said = { ...facts, ...values.facts, attachmentId: values.facts.attachmentId ?? null }
        if (repair) {
          const returnsToService = values.returnsToService ?? false
          await edit.mutateAsync({ facts: said, returnsToService, version: repair.version })
        } else {
          await enter.mutateAsync({ facts: said, expectedBackOn: (going && values.expectedBackOn) || null })
        }
        notify(t(repair ? 'done.edited' : 'done.entered'))
        onDone()
      }}
    >
      <div className="form-grid">
        <Form.Item name={['facts', 'from']} label={t('form.from')} rules={[{ required: true }]} {...dayField}>
          <DatePicker className="full" maxDate={dayjs()} />
        </Form.Item>
        <Form.Item
          name={['facts', 'until']}
          label={t('form.until')}
          rules={[{ required: mustEnd || ending }]}
          extra={t('form.untilNote')}
          {...dayField}
        >
          <DatePicker className="full" maxDate={dayjs()} />
        </Form.Item>
      </div>
      {!repair && going && !mustEnd && (
        <Form.Item name="expectedBackOn" label={t('form.back')} {...dayField}>
          <DatePicker className="full" />
        </Form.Item>
      )}
      {wasGoing && !going && (
        <Form.Item name="returnsToService" valuePropName="checked">
          <Checkbox>{t('form.returns')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item
        name={['facts', 'fault']}
        label={t('form.fault')}
        rules={[{ required: true, whitespace: true }, { max: 500 }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} placeholder={t('form.faultHint')} />
      </Form.Item>
      <Form.Item name={['facts', 'work']} label={t('form.work')} rules={[{ max: 1000 }]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item name={['facts', 'doneBy']} label={t('form.doneBy')} rules={[{ max: 200 }]}>
        <Input />
      </Form.Item>
      <Form.Item name={['facts', 'costFen']} label={t('form.cost')}>
        <MoneyInput unit="yuan" />
      </Form.Item>
      <Form.Item name={['facts', 'attachmentId']} label={t('form.attachment')} extra={t('form.attachmentNote')}>
        <Select
          allowClear
          notFoundContent={t('form.noAttachment')}
          options={files.map(({ id, caption, fileName }) => ({ value: id, label: caption ?? fileName }))}
        />
      </Form.Item>
      <p>
        <FileButton
          title={t('form.bring')}
          accept=".pdf,.docx,.xlsx,.pptx"
          loading={bring.isPending}
          onChoose={file =>
            bring.mutate(file, { onSuccess: ({ id }) => form.setFieldValue(['facts', 'attachmentId'], id) })
          }
        />
      </p>
      <ProblemAlert error={bring.error} />
    </SubmitForm>
  )
}
