const dayInChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })

/** Whole days from today, as the region counts them, to a day; negative when it is past. */
export function daysUntil(day: string): number {
  const today = dayInChina.format(new Date())
  return Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
}
