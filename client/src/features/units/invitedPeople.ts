/** One line of a pasted list, as it was read. */
export type Line = { number: number; displayName: string; userName: string; role: string; email: string }

const heads = /^(姓名|name|用户名|user ?name)$/i

/** Lines as they come from a spreadsheet or a csv file; a line of titles and empty ones are passed over. */
export function readPeople(text: string): Line[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ cells: cellsOf(line), number: index + 1 }))
    .filter(({ cells }) => cells.some(Boolean) && !heads.test(cells[0] ?? ''))
    .map(({ cells: [displayName = '', userName = '', role = '', email = ''], number }) => ({
      number,
      displayName,
      userName,
      role,
      email,
    }))
}

function cellsOf(line: string): string[] {
  const cells = line.includes('\t') ? line.split('\t') : line.split(/[,，;；]/)
  return cells.map(cell =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
}

/** Chinese spreadsheets are saved in either encoding. */
export function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
