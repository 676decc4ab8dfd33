import { screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderAt } from '../../../testing/renderAt.tsx'
import { problem, server, signedInAs } from '../../../testing/server.ts'
import { answerReference, custodianOfLists, instrument } from '../examples.ts'

const photo = {
  id: 'p1',
  kind: 'photo',
  fileName: 'front.jpg',
  contentType: 'image/jpeg',
  sizeBytes: 40_000,
  caption: '正面',
  addedAt: '2026-03-01T02:00:00Z',
  addedBy: '王丽',
  version: 1,
}
const manual = { ...photo, id: 'd1', kind: 'document', fileName: '使用手册.pdf', caption: null, sizeBytes: 3 << 20 }

let changes: unknown[]

beforeEach(() => {
  changes = []
  signedInAs(custodianOfLists)
  answerReference()
  server.use(
    http.get('*/api/instruments/i1', () => HttpResponse.json(instrument)),
    http.get('*/api/instruments/i1/attachments', () => HttpResponse.json([photo, { ...photo, id: 'p2' }, manual])),
    http.put('*/api/instruments/i1/attachments/:id', async ({ request, params }) => {
      changes.push([params.id, await request.json()])
      return HttpResponse.json(photo)
    }),
  )
})

test('photos are told apart by what is to be seen, documents by their names', async () => {
  renderAt('/instruments/i1?tab=attachments')
  expect(await screen.findAllByRole('img', { name: '正面' })).toHaveLength(2)
  expect(screen.getByRole('link', { name: '使用手册.pdf' })).toHaveAttribute('download', '使用手册.pdf')
  expect(screen.getByText(/3\.0 MiB/)).toBeVisible()
})

test('a photo is moved to the front, and described', async () => {
  const { user } = renderAt('/instruments/i1?tab=attachments')
  await user.click((await screen.findAllByRole('button', { name: '前移' }))[1]!)
  await waitFor(() => expect(changes).toEqual([['p2', { caption: '正面', position: 0, version: 1 }]]))
  const caption = screen.getAllByLabelText('front.jpg 的说明')[0]!
  await user.clear(caption)
  await user.type(caption, '操作台{Enter}')
  await waitFor(() => expect(changes[1]).toEqual(['p1', { caption: '操作台', position: null, version: 1 }]))
})

test('a file that is not taken says which are', async () => {
  server.use(http.post('*/api/instruments/i1/attachments', () => problem(415, 'attachment.not-allowed')))
  const { user } = renderAt('/instruments/i1?tab=attachments')
  const input = await screen.findByLabelText('添加图片或附件', { selector: 'input' })
  await user.upload(input, new File(['<svg/>'], 'photo.png', { type: 'image/png' }))
  expect(await screen.findByText(/只接受 JPEG、PNG、WebP 图片/)).toBeVisible()
})
