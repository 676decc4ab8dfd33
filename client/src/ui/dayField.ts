import dayjs, { type Dayjs } from 'dayjs'

/** For a form's DatePicker: the form holds "2020-12-31", as the server does. */
export const dayField = {
  getValueProps: (value: string | null | undefined) => ({ value: value ? dayjs(value) : null }),
  normalize: (value: Dayjs | null) => value?.format('YYYY-MM-DD') ?? null,
}
