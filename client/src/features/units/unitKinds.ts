import type { Schema } from '../../api/client.ts'

export const unitKinds: Schema<'UnitKind'>[] = [
  'university',
  'researchInstitute',
  'enterprise',
  'newResearchInstitution',
  'medicalInstitution',
  'testingInstitution',
  'other',
]
