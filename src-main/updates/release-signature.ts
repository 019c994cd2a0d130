/**
 * Our own signature over the list of releases (`latest.yml` and its sisters, `SHA256SUMS`). The systems' code signatures are checked beside it, where there are some; on Linux
 * there are none. The list names the hash of each file, so that its signature is one of the files too.
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Bytes of an Ed25519 signature. */
const SIGNATURE_BYTES = 64;

/**
 * What is signed: which list it is, then its bytes. A list says by its name alone for which system and processor it is (`latest-linux-arm64.yml`): signed without it, the list of
 * one system could be given out as another's. The first line is the version of this form.
 */
function signedBytes(name: string, list: Buffer): Buffer {
  // No name can reach into the next line.
  if (!/^[\w.-]+$/u.test(name)) throw new Error('The name of a list is that of a plain file.');
  return Buffer.concat([Buffer.from(`daygrove-release-1\n${name}\n`), list]);
}

/**
 * @param name of the file, without a folder
 * @param privateKey PEM, Ed25519
 * @returns base64 and the end of a line, as it stands in the file beside the list
 */
export function signRelease(name: string, list: Buffer, privateKey: string): string {
  const key = createPrivateKey(privateKey);
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key that releases are signed with is an Ed25519 key.');
  return `${sign(null, signedBytes(name, list), key).toString('base64')}\n`;
}

/** Whether the signature, as `signRelease` wrote it, is that of this list under this name by the owner of this key. @param publicKey PEM */
export function isSignedRelease(name: string, list: Buffer, signature: string, publicKey: string): boolean {
  const bytes = Buffer.from(signature.trim(), 'base64');
  if (bytes.length !== SIGNATURE_BYTES) return false;
  const key = createPublicKey(publicKey);
  return key.asymmetricKeyType === 'ed25519' && verify(null, signedBytes(name, list), key, bytes);
}
