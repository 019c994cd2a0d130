/**
 * `node scripts/release/make-key.ts FILE`: makes the key that releases are signed with. The private half goes into FILE, which must not be there yet, for its owner only; the
 * public half is written to the terminal, for src-main/updates/release-key.ts.
 */
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Say where the private key goes: node scripts/release/make-key.ts FILE\n');
  process.exitCode = 2;
} else {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  // Never over another one: what was signed with it could not be signed again.
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  process.stdout.write(publicKey.export({ type: 'spki', format: 'pem' }));
}
