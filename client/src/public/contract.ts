/** What the catalogue answers. */
export type CatalogueItem = {
  id: string
  nameZh: string
  nameEn: string | null
  model: string | null
  manufacturer: string | null
  className: string | null
  unitName: string
  regionName: string | null
  operatingStatus: string | null
}
export type CatalogueAnswer = {
  items: CatalogueItem[]
  total: number
  page: number
  size: number
  facets: { classes: FacetValue[]; regions: FacetValue[] }
}
export type FacetValue = { code: string; name: string; count: number }
export type Suggestion = { text: string; kind: string; id?: string | null }
export type CatalogueInstrument = CatalogueItem & {
  technicalSpecifications: string | null
  functions: string | null
  servicesOffered: string | null
  achievements: string | null
  userNotes: string | null
  feeStandard: string | null
  bookingUrl: string | null
  originCountry: string | null
  originalValueFen: number | null
  inUseSince: string | null
  contactName: string | null
  contactPhone: string | null
  contactEmail: string | null
  address: string | null
}
