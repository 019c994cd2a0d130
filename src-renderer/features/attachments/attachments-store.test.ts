import { describe, expect, it } from 'vitest';
import { ATTACHMENT_PIECE_BYTES, MAX_ATTACHMENT_BYTES } from '../../../src-shared/contract/attachments.ts';
import { createClient } from '../../bridge/client.ts';
import { createFakeBridge } from '../../testing/fake-bridge.ts';
import { addressOf, altOf, attachmentIdOf } from './address.ts';
import { CANVAS, createAttachments, MAX_BYTES, PIECE_BYTES } from './attachments-store.ts';
import type { Prepared } from './prepare.ts';

const ID = '0b0e7a52-8d7e-4c50-9c55-0d6e1f6f2a11';

async function asIs(file: File): Promise<Prepared> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, type: file.type, bytes, width: null, height: null, thumbnail: null };
}

function open() {
  const bridge = createFakeBridge();
  return { bridge, attachments: createAttachments(createClient(bridge), () => ID, { ...CANVAS, prepare: asIs }) };
}

describe('attachments in the page', () => {
  it('know the contract’s sizes', () => {
    expect([PIECE_BYTES, MAX_BYTES]).toEqual([ATTACHMENT_PIECE_BYTES, MAX_ATTACHMENT_BYTES]);
  });

  it('travel in pieces and come back whole, with progress', async () => {
    const { attachments } = open();
    const bytes = new Uint8Array(2 * PIECE_BYTES + 5).map((_, index) => index % 251);
    const shares: number[] = [];
    const added = await attachments.add(new File([bytes], 'a.bin'), (share) => shares.push(share));
    expect(added).toMatchObject({ ok: true, value: { id: ID, name: 'a.bin', size: bytes.byteLength } });
    expect(shares).toHaveLength(3);
    expect(shares.at(-1)).toBe(1);
    const read = await attachments.read(ID);
    expect(read).toMatchObject({ ok: true, value: { bytes } });
  });

  it('are refused where they are too large or cannot be read, and then nothing is sent', async () => {
    const { bridge } = open();
    const refused = createAttachments(createClient(bridge), () => ID, {
      ...CANVAS,
      prepare: () => Promise.reject(new Error('gone')),
    });
    expect(await refused.add(new File(['x'], 'x'))).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const large = createAttachments(createClient(bridge), () => ID, {
      ...CANVAS,
      prepare: async (file) => ({ ...(await asIs(file)), bytes: new Uint8Array(MAX_BYTES + 1) }),
    });
    expect(await large.add(new File(['x'], 'x'))).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(bridge.calls.filter(({ channel }) => channel.startsWith('attachments.'))).toEqual([]);
  });

  it('get their small picture when they are first looked at, where they came without', async () => {
    const bridge = createFakeBridge();
    const bitmap = (width: number, height: number) => ({ width, height, close() {} }) as ImageBitmap;
    const small = new Uint8Array([1, 2, 3]);
    const drawing = {
      prepare: asIs,
      draw: async (bytes: Uint8Array) => (bytes.byteLength === 3 ? bitmap(48, 36) : bitmap(4000, 3000)),
      shrink: async () => small,
    };
    const attachments = createAttachments(createClient(bridge), () => ID, drawing);
    await attachments.add(new File([new Uint8Array(9)], 'a.jpg', { type: 'image/jpeg' }));
    expect(await attachments.thumbnail(ID)).toMatchObject({ ok: true, value: { bitmap: { width: 48, height: 36 } } });
    const described = bridge.calls.filter(({ channel }) => channel === 'attachments.describe');
    expect(described).toMatchObject([{ payload: { id: ID, width: 4000, height: 3000, thumbnail: small } }]);
    // The next start finds it.
    const again = createAttachments(createClient(bridge), () => ID, drawing);
    expect(await again.thumbnail(ID)).toMatchObject({ ok: true, value: { bitmap: { width: 48 } } });
    expect(bridge.calls.filter(({ channel }) => channel === 'attachments.describe')).toHaveLength(1);
  });

  it('are named in a text by their id, and nothing else is taken for one', () => {
    expect(attachmentIdOf(addressOf(ID))).toBe(ID);
    for (const other of ['', ID, `attachment:${ID}x`, 'attachment:../etc', `https://a.example/attachment:${ID}`]) {
      expect(attachmentIdOf(other)).toBeNull();
    }
    expect(['IMG_2031.jpeg', 'Pond in March.png', 'DSC 0012.JPG', 'übersicht'].map(altOf)).toEqual([
      '',
      'Pond in March',
      '',
      'übersicht',
    ]);
  });
});
