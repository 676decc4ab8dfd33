import { type UploadOptions, uploadFile } from '../../../api/upload.ts'
import type { Import } from './api.ts'

export const uploadList = (file: File, options: UploadOptions) =>
  uploadFile<Import>('/api/instruments/imports', file, options)
