/** Where the product is and who may sign in: the one line a start ends with. */
export async function readyLine(url, address = url) {
  return `Ready at ${address} · ${await demoAccounts(url)}`
}

async function demoAccounts(url) {
  const response = await fetch(`${url}/api/units/demo-accounts`)
  const accounts = response.ok ? await response.json() : []
  if (accounts.length === 0) return 'no demo accounts (Demo__Enabled=true makes the demo region)'
  const passwords = new Set(accounts.map((account) => account.password))
  const names = accounts.map((account) => (passwords.size === 1 ? account.userName : `${account.userName}/${account.password}`))
  return `demo accounts: ${names.join(', ')}${passwords.size === 1 ? ` · password: ${accounts[0].password}` : ''}`
}
