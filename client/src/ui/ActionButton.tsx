import { Button, type ButtonProps, Tooltip } from 'antd'

type Props = Omit<ButtonProps, 'disabled'> & {
  /** Why it may not be used now. The button stays, can be reached by keyboard, and says so. */
  refusal?: string
}

export function ActionButton({ refusal, onClick, className, ...button }: Props) {
  if (!refusal) return <Button className={className} onClick={onClick} {...button} />
  return (
    <Tooltip title={refusal}>
      <Button
        {...button}
        aria-disabled
        className={`refused ${className ?? ''}`}
        onClick={undefined}
        htmlType="button"
      />
    </Tooltip>
  )
}
