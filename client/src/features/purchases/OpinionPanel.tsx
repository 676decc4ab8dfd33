import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saveFile } from '../../ui/saveFile.ts'
import type { CheckAnswer, Wish } from './api.ts'

/** 分析意见: generated from the hits, edited by an officer, printed with the version of rules and stock, taken along as a file. */
export function OpinionPanel({ wish, answer }: { wish: Wish; answer: CheckAnswer }) {
  const { t } = useTranslation('purchases')
  const [text, setText] = useState(answer.opinion)
  const take = () => {
    const stamp = t('stamp', {
      rules: answer.rulesVersion,
      stock: answer.stock.version,
      count: answer.stock.instruments,
    })
    const file = new Blob([`${t('opinion')}\n\n${text}\n\n${stamp} ${answer.stock.asOf ?? ''}\n`], {
      type: 'text/plain;charset=utf-8',
    })
    saveFile(file, `${t('opinion')}-${wish.name ?? wish.model ?? ''}.txt`)
  }
  return (
    <section className="panel opinion" aria-labelledby="opinion">
      <h2 id="opinion">{t('opinion')}</h2>
      <p className="field-note">{t('opinion.note')}</p>
      <Input.TextArea
        aria-labelledby="opinion"
        value={text}
        onChange={event => setText(event.target.value)}
        autoSize={{ minRows: 4 }}
        lang="zh-CN"
      />
      <p className="opinion-printed" lang="zh-CN">
        {text}
      </p>
      <div className="opinion-actions">
        <Button onClick={() => window.print()}>{t('print')}</Button>
        <Button onClick={take}>{t('export')}</Button>
        {text !== answer.opinion && <Button onClick={() => setText(answer.opinion)}>{t('opinion.reset')}</Button>}
      </div>
    </section>
  )
}
