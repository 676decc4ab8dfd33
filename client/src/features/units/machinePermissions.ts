/** What a machine may be allowed at most, as MachinePermissions.cs has it. */
export const machinePermissions = [
  'units.read',
  'instruments.read',
  'instruments.edit',
  'instruments.import',
  'instruments.operate',
]
