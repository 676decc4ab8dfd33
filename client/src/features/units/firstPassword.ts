// Without the characters people mistake for one another when a password is read out.
const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '#+=?@']

function pick(from: string): string {
  // Numbers beyond the last full round are thrown away, so that every character is equally likely.
  const limit = 256 - (256 % from.length)
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1))
    if (byte < limit) return from.charAt(byte % from.length)
  }
}

/** A first password to hand over: fourteen characters, each kind at least twice, changed by its owner at once. */
export function firstPassword(): string {
  const characters = [...kinds, ...kinds].map(pick)
  while (characters.length < 14) characters.push(pick(kinds.join('')))
  for (let last = characters.length - 1; last > 0; last--) {
    const other = Number(crypto.getRandomValues(new Uint32Array(1))[0]) % (last + 1)
    ;[characters[last], characters[other]] = [characters[other]!, characters[last]!]
  }
  return characters.join('')
}
