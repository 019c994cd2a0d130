/** The storage process: the only one that ever holds a key. It lives from the first request that needs a vault until the vault is locked. */
import { randomBytes } from 'node:crypto';
import { connectToParent } from '../processes/parent-port.ts';
import type { StorageRequest, StorageStart } from './protocol.ts';
import { StorageService } from './service.ts';

const KEEP_HOUSE_MS = 60 * 60 * 1000;

// As in app.ts; a utility process of Electron does not inherit it.
process.umask(0o077);

const port = connectToParent();
let service: StorageService | null = null;

// Messages come from our own main process only; what a renderer sent was checked by the router.
port.onMessage((message) => {
  const request = message as StorageStart | StorageRequest;
  if (request.kind === 'start') {
    service = new StorageService(
      request,
      (answer) => port.post(answer),
      () => randomBytes(4).toString('hex'),
    );
    setInterval(() => service?.keepHouse(), KEEP_HOUSE_MS).unref();
  } else {
    void service?.receive(request);
  }
});
