import { Modal } from 'antd'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { ActionButton } from './ActionButton.tsx'
import { ProblemAlert } from './ProblemAlert.tsx'

type Props = Omit<ComponentProps<typeof ActionButton>, 'onClick' | 'title'> & {
  title: string
  /** What will happen, in a sentence. */
  consequence: ReactNode
  confirmText: string
  onConfirm: () => Promise<unknown>
}

/** A button for what is hard to undo: says the consequence first, stays open with the reason when it is refused. */
export function ConfirmButton({ title, consequence, confirmText, onConfirm, ...button }: Props) {
  const [open, setOpen] = useState(false)
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<unknown>()

  const confirm = async () => {
    setRunning(true)
    setProblem(undefined)
    try {
      await onConfirm()
      setOpen(false)
    } catch (error) {
      setProblem(error)
    } finally {
      setRunning(false)
    }
  }

  return (
    <>
      <ActionButton {...button} onClick={() => setOpen(true)} />
      <Modal
        open={open}
        title={title}
        okText={confirmText}
        okButtonProps={{ danger: button.danger }}
        confirmLoading={running}
        onOk={confirm}
        onCancel={() => setOpen(false)}
        afterClose={() => setProblem(undefined)}
        destroyOnHidden
      >
        <p>{consequence}</p>
        <ProblemAlert error={problem} />
      </Modal>
    </>
  )
}
