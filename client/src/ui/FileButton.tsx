import { UploadOutlined } from '@ant-design/icons'
import { Button, type ButtonProps } from 'antd'
import { useRef } from 'react'

type Props = Pick<ButtonProps, 'type' | 'loading'> & {
  title: string
  /** What the field is called, where the button's words change. */
  label?: string
  accept: string
  onChoose: (file: File) => void
}

/** Chooses one file. The same name again is taken as another file: it may have been mended meanwhile. */
export function FileButton({ title, label = title, accept, onChoose, ...button }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button {...button} icon={<UploadOutlined aria-hidden />} onClick={() => input.current?.click()}>
        {title}
      </Button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={event => {
          const file = event.target.files?.[0]
          if (file) onChoose(file)
          event.target.value = ''
        }}
      />
    </>
  )
}

/** What the platform reads as a list. */
export const listFiles = '.xlsx,.xls,.csv,.txt'
