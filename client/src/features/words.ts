/** The words that a feature's pages need beside those of the shell: files below locales, fetched with the first of its pages. */
export const featureWords: Record<string, readonly string[]> = {
  assets: ['assets'],
  audit: ['audit'],
  duties: ['duties', 'exemptions'],
  grades: ['grades'],
  hours: ['hours'],
  instruments: ['imports', 'carriers', 'customs', 'upkeep'],
  operations: ['operations'],
  policies: ['policies'],
  purchases: ['purchases', 'cases', 'panel'],
  staff: ['staff'],
  units: ['units', 'changes', 'standing', 'overviews', 'keys', 'invite'],
  workbench: ['cases'],
}
