import { useTranslation } from 'react-i18next'

export const importSteps = ['template', 'upload', 'mapping', 'faults', 'confirm'] as const
export type ImportStep = (typeof importSteps)[number]

type Props = { current: ImportStep; reachable: readonly ImportStep[]; onGo?: (step: ImportStep) => void }

export function ImportSteps({ current, reachable, onGo }: Props) {
  const { t } = useTranslation('imports')
  const at = importSteps.indexOf(current)
  return (
    <ol className="wizard-steps" aria-label={t('steps')}>
      {importSteps.map((step, index) => {
        const text = (
          <>
            <span className="wizard-number number">{index + 1}</span>
            {t(`step.${step}`)}
          </>
        )
        return (
          <li
            key={step}
            className={index < at ? 'past' : index === at ? 'current' : 'to-come'}
            aria-current={index === at ? 'step' : undefined}
          >
            {onGo && index !== at && reachable.includes(step) ? (
              <button type="button" onClick={() => onGo(step)}>
                {text}
              </button>
            ) : (
              <span>{text}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
