export type Tier = 'unit' | 'supervisor' | 'region' | 'nation' | 'expert' | 'serviceUser'

type Page<Row> = { items: Row[]; total: number; page: number; size: number }
type ListQuery = { page?: number; size?: number; sort?: string; search?: string }

export interface components {
  schemas: {
    CurrentSession: { account: components['schemas']['SignedInAccount'] | null; demo: boolean }
    SignedInAccount: {
      id: string
      userName: string
      displayName: string
      organisation: { id: string; name: string; tier: Tier }
      roles: string[]
      permissions: string[]
      mustChangePassword: boolean
    }
    DemoAccount: {
      userName: string
      password: string
      displayName: string
      role: string
      tier: string
      organisation: string
    }
    StartSession: { userName: string; password: string }
    ChangePassword: { currentPassword: string; newPassword: string }
    MySession: { id: string; startedAt: string; lastSeenAt: string; address: string; device: string; current: boolean }
    OrganisationRow: { id: string; parentId: string | null; name: string; tier: Tier; regionCode: string; units: number; version: number }
    UnitKind:
      | 'university'
      | 'researchInstitute'
      | 'enterprise'
      | 'newResearchInstitution'
      | 'medicalInstitution'
      | 'testingInstitution'
      | 'other'
    ManagingUnitRow: {
      id: string
      name: string
      creditCode: string
      kind: components['schemas']['UnitKind']
      supervisorId: string
      supervisorName: string
      leagueCode: string
      leagueName: string
      centralLevel: boolean
    }
    ManagingUnitPage: Page<components['schemas']['ManagingUnitRow']>
    ManagingUnit: components['schemas']['ManagingUnitRow'] & {
      address: string
      website: string
      contactName: string
      contactPhone: string
      version: number
    }
    RegisterManagingUnit: {
      name: string
      creditCode: string
      kind: components['schemas']['UnitKind']
      supervisorId: string
      leagueCode: string
      centralLevel: boolean
      address?: string | null
      website?: string | null
      contactName?: string | null
      contactPhone?: string | null
    }
    EditManagingUnit: Omit<components['schemas']['RegisterManagingUnit'], 'supervisorId'> & { version: number }
    RegisterOrganisation: { parentId: string; name: string; tier: Tier; regionCode: string }
    EditOrganisation: { name: string; regionCode: string; version: number }
    AccountRow: {
      id: string
      userName: string
      displayName: string
      organisationId: string
      organisationName: string
      tier: Tier
      roles: string[]
      email: string | null
      phone: string | null
      disabled: boolean
      lockedUntil: string | null
      lastSignInAt: string | null
      version: number
    }
    AccountPage: Page<components['schemas']['AccountRow']>
    CreateAccount: {
      userName: string
      displayName: string
      organisationId: string
      roles: string[]
      email: string | null
      phone: string | null
    }
    EditAccount: { displayName: string; roles: string[]; email: string | null; phone: string | null; version: number }
    IssuedPassword: { id: string; password: string }
    RegionRow: { code: string; name: string; parentCode: string | null }
    RoleRow: { name: string; tier: Tier; permissions: string[] }
    Inbox: {
      groups: { key: string; count: number; link: string }[]
      figures: { key: string; value: number; link: string }[]
    }
    CatalogueRow: {
      id: string
      nameZh: string
      nameEn: string | null
      model: string | null
      manufacturer: string | null
      classCode: string
      className: string
      unitId: string
      unitName: string
      regionName: string | null
      operatingStatus: string
    }
    CataloguePage: Page<components['schemas']['CatalogueRow']> & { facets: components['schemas']['CatalogueFacets'] }
    CatalogueFacets: {
      classes: { code: string; name: string; count: number }[]
      regions: { code: string; name: string; count: number }[]
    }
    Suggestion: { text: string; kind: string; id?: string | null }
    CatalogueInstrument: components['schemas']['CatalogueRow'] & {
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
  }
}

type S = components['schemas']
type Json<Body> = { content: { 'application/json': Body } }
type Answer<Body> = { 200: Json<Body> }
type Done = { 204: { content?: never } }
type Op<Parameters, Request, Responses> = {
  parameters: Parameters
  responses: Responses
} & (Request extends undefined ? { requestBody?: never } : { requestBody: Json<Request> })
type Read<Body, Query = undefined> = Op<{ query?: Query }, undefined, Answer<Body>>
type ById<Request, Responses> = Op<{ path: { id: string } }, Request, Responses>

export interface paths {
  '/api/units/session': { get: Read<S['CurrentSession']>; post: Op<object, S['StartSession'], Answer<S['CurrentSession']>>; delete: Op<object, undefined, Done> }
  '/api/units/demo-accounts': { get: Read<S['DemoAccount'][]> }
  '/api/units/account/password': { put: Op<object, S['ChangePassword'], Done> }
  '/api/units/account/sessions': { get: Read<S['MySession'][]> }
  '/api/units/account/sessions/{id}': { delete: ById<undefined, Done> }
  '/api/units/organisations': {
    get: Read<S['OrganisationRow'][]>
    post: Op<object, S['RegisterOrganisation'], { 201: Json<{ id: string; version: number }> }>
  }
  '/api/units/organisations/{organisationId}': {
    put: Op<{ path: { organisationId: string } }, S['EditOrganisation'], Answer<{ id: string; version: number }>>
  }
  '/api/units/managing-units': {
    get: Read<
      S['ManagingUnitPage'],
      ListQuery & { kind?: string; supervisorId?: string; leagueCode?: string; centralLevel?: boolean }
    >
    post: Op<object, S['RegisterManagingUnit'], { 201: Json<{ id: string; version: number }> }>
  }
  '/api/units/managing-units/{id}': {
    get: ById<undefined, Answer<S['ManagingUnit']>>
    put: ById<S['EditManagingUnit'], Answer<{ id: string; version: number }>>
  }
  '/api/units/accounts': {
    get: Read<S['AccountPage'], ListQuery & { role?: string; organisationId?: string; disabled?: boolean }>
    post: Op<object, S['CreateAccount'], { 201: Json<S['IssuedPassword']> }>
  }
  '/api/units/accounts/{id}': { get: ById<undefined, Answer<S['AccountRow']>>; put: ById<S['EditAccount'], Answer<{ id: string; version: number }>> }
  '/api/units/accounts/{id}/reset-password': { post: ById<undefined, Answer<S['IssuedPassword']>> }
  '/api/units/accounts/{id}/end-sessions': { post: ById<undefined, Done> }
  '/api/units/accounts/{id}/disable': { post: ById<undefined, Done> }
  '/api/units/accounts/{id}/enable': { post: ById<undefined, Done> }
  '/api/units/regions': { get: Read<S['RegionRow'][]> }
  '/api/units/roles': { get: Read<S['RoleRow'][]> }
  '/api/instruments/inbox': { get: Read<S['Inbox']> }
}
