import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldValue } from '../FieldValue.tsx'
import { useFields } from '../useFields.ts'

type ClashField = { field: string; before: unknown; theirs: unknown; mine: unknown }

/** What somebody else saved since the form was opened. */
export type Clash = {
  /** Only they changed it: it is in the form already. */
  taken: ClashField[]
  /** Both did, differently: mine stays in the form until theirs is taken. */
  both: ClashField[]
}

export function clashBetween<Entered extends object>(before: Entered, theirs: Entered, mine: Entered): Clash {
  const text = (value: unknown) => JSON.stringify(value ?? null)
  const changed = (Object.keys(theirs) as (keyof Entered & string)[])
    .map(field => ({ field, before: before[field], theirs: theirs[field], mine: mine[field] }))
    .filter(each => text(each.before) !== text(each.theirs) && text(each.mine) !== text(each.theirs))
  const mineToo = (each: ClashField) => text(each.mine) !== text(each.before)
  return { taken: changed.filter(each => !mineToo(each)), both: changed.filter(mineToo) }
}

type Props = { clash: Clash; onTake: (field: ClashField) => void }

/** Nothing is lost: theirs beside mine, and saving once more writes what stands in the form. */
export function VersionClash({ clash, onTake }: Props) {
  const { t } = useTranslation('instruments')
  const { find, label } = useFields()
  const [took, setTook] = useState<string[]>([])
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    setTook([])
    place.current?.scrollIntoView?.({ block: 'center' })
    if (clash) place.current?.focus()
  }, [clash])

  return (
    <div ref={place} tabIndex={-1} className="clash">
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t('clash.title')}
        description={
          <>
            <p>{t(clash.both.length > 0 ? 'clash.both' : clash.taken.length > 0 ? 'clash.taken' : 'clash.none')}</p>
            {clash.both.length + clash.taken.length > 0 && (
              <div className="difference-scroll">
                <table className="difference">
                  <thead>
                    <tr>
                      <th scope="col">{t('difference.field')}</th>
                      <th scope="col">{t('clash.before')}</th>
                      <th scope="col">{t('clash.theirs')}</th>
                      <th scope="col">{t('clash.mine')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {[...clash.both, ...clash.taken].map(each => {
                      const isTaken = clash.taken.includes(each) || took.includes(each.field)
                      return (
                        <tr key={each.field}>
                          <th scope="row">{label(each.field)}</th>
                          <td className="before">
                            <FieldValue field={find(each.field)} value={each.before} />
                          </td>
                          <td>
                            <FieldValue field={find(each.field)} value={each.theirs} />
                          </td>
                          <td>
                            {isTaken ? (
                              <span className="tag">{t('clash.isTaken')}</span>
                            ) : (
                              <>
                                <FieldValue field={find(each.field)} value={each.mine} />{' '}
                                <Button
                                  size="small"
                                  onClick={() => {
                                    onTake(each)
                                    setTook([...took, each.field])
                                  }}
                                >
                                  {t('clash.take')}
                                </Button>
                              </>
                            )}
                          </td>
                        </tr>
                      )
                    })}
                  </tbody>
                </table>
              </div>
            )}
          </>
        }
      />
    </div>
  )
}
