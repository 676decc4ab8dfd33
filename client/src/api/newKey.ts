/** An Idempotency-Key: the same command sent twice under one key is carried out once. */
export function newKey(): string {
  // Not crypto.randomUUID: browsers keep that from pages that are served without TLS inside an office's network.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
