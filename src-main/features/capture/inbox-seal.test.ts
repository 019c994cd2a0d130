import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveKeys, newVaultId, newVaultKey } from '../../vault/keys.ts';
import { unpadded } from '../../vault/padding.ts';
import { inboxPublicKeys, openInboxItem, vaultOfItem } from './inbox-open.ts';
import { inboxSuite, sealToInbox } from './inbox-seal.ts';

const hex = (bytes: Uint8Array | ArrayBuffer): string => Buffer.from(new Uint8Array(bytes)).toString('hex');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

const vaultId = newVaultId();
const vaultKey = newVaultKey();
const keys = deriveKeys(vaultKey, vaultId);
const itemId = newVaultId();
const place = { vaultId, itemId };

async function sealed(text: string, publicKey?: Uint8Array): Promise<Uint8Array> {
  return sealToInbox(publicKey ?? (await inboxPublicKeys(keys))[0]!, place, Buffer.from(text));
}
const textOf = (opened: Uint8Array | null): string | null => (opened === null ? null : Buffer.from(opened).toString());

/** What RFC 9180 says a receiver does in base mode, written down a second time with Node's own primitives. */
async function openByTheRfc(secret: Uint8Array, box: Uint8Array): Promise<Uint8Array | null> {
  const text = (value: string): Buffer => Buffer.from(value, 'latin1');
  const number = (value: number): Buffer => Buffer.from([value >> 8, value & 0xff]);
  const kem = Buffer.concat([text('KEM'), number(0x0020)]);
  const hpke = Buffer.concat([text('HPKE'), number(0x0020), number(0x0001), number(0x0002)]);
  const extract = (suite: Buffer, salt: Uint8Array, label: string, ikm: Uint8Array): Buffer =>
    createHmac('sha256', salt)
      .update(Buffer.concat([text('HPKE-v1'), suite, text(label), ikm]))
      .digest();
  const expand = (suite: Buffer, prk: Uint8Array, label: string, info: Uint8Array, length: number): Buffer => {
    const labelled = Buffer.concat([number(length), text('HPKE-v1'), suite, text(label), info]);
    // Of one block at most, HKDF-Expand is one HMAC.
    return createHmac('sha256', prk)
      .update(Buffer.concat([labelled, Buffer.of(1)]))
      .digest()
      .subarray(0, length);
  };
  const [enc, ciphertext] = [box.subarray(17, 49), box.subarray(49)];
  const derived = expand(kem, extract(kem, Buffer.alloc(0), 'dkp_prk', secret), 'sk', Buffer.alloc(0), 32);
  const privateKey = createPrivateKey({
    key: Buffer.concat([bytesOf('302e020100300506032b656e04220420'), derived]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = (raw: Uint8Array) =>
    createPublicKey({ key: Buffer.concat([bytesOf('302a300506032b656e032100'), raw]), format: 'der', type: 'spki' });
  const ownPublic = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32);
  const shared = expand(
    kem,
    extract(kem, Buffer.alloc(0), 'eae_prk', diffieHellman({ privateKey, publicKey: spki(enc) })),
    'shared_secret',
    Buffer.concat([enc, ownPublic]),
    32,
  );
  const none = Buffer.alloc(0);
  const context = Buffer.concat([
    Buffer.of(0),
    extract(hpke, none, 'psk_id_hash', none),
    extract(hpke, none, 'info_hash', text('daygrove/inbox/v1')),
  ]);
  const prk = extract(hpke, shared, 'secret', none);
  const decipher = createDecipheriv(
    'aes-256-gcm',
    expand(hpke, prk, 'key', context, 32),
    expand(hpke, prk, 'base_nonce', context, 12),
    { authTagLength: 16 },
  );
  decipher.setAAD(Buffer.concat([vaultId, itemId]));
  decipher.setAuthTag(ciphertext.subarray(-16));
  return unpadded(Buffer.concat([decipher.update(ciphertext.subarray(0, -16)), decipher.final()]));
}

describe('the key pair', () => {
  it('is derived as RFC 9180 does it (its vectors A.1.1)', async () => {
    const { kem } = inboxSuite();
    for (const [ikm, sk, pk] of [
      [
        '7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234',
        '52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736',
        '37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431',
      ],
      [
        '6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037',
        '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
        '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d',
      ],
    ] as const) {
      const pair = await kem.deriveKeyPair(bytesOf(ikm).slice().buffer);
      expect(hex(await kem.serializePrivateKey(pair.privateKey))).toBe(sk);
      expect(hex(await kem.serializePublicKey(pair.publicKey))).toBe(pk);
    }
  });

  it('is the same each time, another for each vault and each key, and no other subkey', async () => {
    const [own] = await inboxPublicKeys(keys);
    expect(hex((await inboxPublicKeys(deriveKeys(vaultKey, vaultId)))[0]!)).toBe(hex(own!));
    expect(hex((await inboxPublicKeys(deriveKeys(vaultKey, newVaultId())))[0]!)).not.toBe(hex(own!));
    expect(hex((await inboxPublicKeys(deriveKeys(newVaultKey(), vaultId)))[0]!)).not.toBe(hex(own!));
    const secrets = [keys.inboxSecret, keys.recordKey, keys.backupKey, keys.idKey, keys.envelopeKey].map(hex);
    expect(new Set(secrets).size).toBe(5);
    // The derivation of a subkey, pinned: items on disks depend on it.
    const pinned = hkdfSync('sha256', vaultKey, vaultId, 'daygrove/v1/inbox', 32);
    expect(hex(keys.inboxSecret)).toBe(hex(pinned));
  });
});

describe('an item', () => {
  it('opens again, whatever was written', async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 2000 }), async (text) => {
        expect(textOf(await openInboxItem(keys, itemId, await sealed(text)))).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it('is what RFC 9180 says, opened by a second hand', async () => {
    const box = await sealed('a thought');
    expect(textOf(await openByTheRfc(keys.inboxSecret, box))).toBe('a thought');
  });

  it('is another each time, and its size tells little', async () => {
    const [one, other] = [await sealed('the same'), await sealed('the same')];
    expect(hex(one.subarray(17, 49))).not.toBe(hex(other.subarray(17, 49)));
    const sizes = await Promise.all(
      Array.from({ length: 60 }, async (_, n) => (await sealed('x'.repeat(500 + n))).byteLength),
    );
    expect(new Set(sizes).size).toBeLessThan(6);
  });

  it('opens under a key from before renewals, and under none of another vault', async () => {
    const before = newVaultKey();
    const renewed = deriveKeys(newVaultKey(), vaultId, [newVaultKey(), before]);
    const [, , oldest] = await inboxPublicKeys(renewed);
    const box = await sealed('written before', oldest);
    expect(textOf(await openInboxItem(renewed, itemId, box))).toBe('written before');
    expect(textOf(await openInboxItem(deriveKeys(before, vaultId), itemId, box))).toBe('written before');
    expect(await openInboxItem(deriveKeys(before, newVaultId()), itemId, box)).toBeNull();
    expect(await openInboxItem(keys, itemId, box)).toBeNull();
  });

  it('does not open with any bit changed, cut, or in the place of another', async () => {
    expect.hasAssertions();
    const box = await sealed('a thought');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: box.byteLength * 8 - 1 }), async (bit) => {
        // The vault's id in the head says whose it is, and is not believed beyond that: the one it opens for is the vault's own.
        if (bit >= 8 && bit < 17 * 8) return;
        const changed = Uint8Array.from(box);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        // X25519 ignores the highest bit of a public key (RFC 7748), and HPKE binds it as it was sent.
        expect(await openInboxItem(keys, itemId, changed)).toBeNull();
      }),
      { numRuns: 100 },
    );
    for (const length of [0, 1, 16, 48, 49, 60, box.byteLength - 1]) {
      expect(await openInboxItem(keys, itemId, box.subarray(0, length))).toBeNull();
    }
    expect(await openInboxItem(keys, newVaultId(), box)).toBeNull();
  });

  it('says whose it is', async () => {
    expect(hex(vaultOfItem(await sealed('x'))!)).toBe(hex(vaultId));
    expect(vaultOfItem(new Uint8Array(100))).toBeNull();
    expect(vaultOfItem(new Uint8Array([1, 2]))).toBeNull();
  });

  // Points of small order (RFC 7748, section 6.1): whoever put one of them into the folder would know every key.
  it.each([
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  ])('is not sealed to %s, for which every secret is zero', async (key) => {
    await expect(sealed('x', bytesOf(key))).rejects.toMatchObject({ name: 'EncapError' });
  });

  it('is not opened where it names such a point as its own key', async () => {
    const box = Uint8Array.from(await sealed('x'));
    box.fill(0, 17, 49);
    expect(await openInboxItem(keys, itemId, box)).toBeNull();
  });
});
