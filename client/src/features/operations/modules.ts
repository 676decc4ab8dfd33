/** The platform's modules, as their addresses name them. */
export const modules = ['instruments', 'units', 'sharing', 'census', 'evaluation', 'purchase-review'] as const
export type Module = (typeof modules)[number]
