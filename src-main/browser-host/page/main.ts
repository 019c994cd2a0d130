/** The script that the browser host puts before the renderer's own: it gives the page `window.daygrove`, as the preload does in Electron. */
import { mainDe } from '../../../src-shared/intl/main-de.ts';
import { mainEn } from '../../../src-shared/intl/main-en.ts';
import type { MainMessageId } from '../../../src-shared/intl/main-en.ts';
import { createSocketBridge } from '../bridge-client.ts';
import type { BridgeEnd } from '../bridge-client.ts';
import { CAPTURE_SOCKET_PATH, INNER_FRAME_SOCKET_PATH, SOCKET_PATH } from '../wire.ts';

/** What it uses of a page. src-main has no DOM types: the rest of main must not compile against a page. */
interface Page {
  readonly top: unknown;
  readonly self: unknown;
  readonly location: { readonly host: string; readonly pathname: string };
  readonly document: {
    title: string;
    readonly documentElement: { readonly lang: string };
    readonly body: { replaceChildren(...nodes: unknown[]): void };
    createElement(tag: 'p'): { textContent: string | null };
  };
}

const page = globalThis as unknown as Page;
const ownPath = page.location.pathname === '/capture.html' ? CAPTURE_SOCKET_PATH : SOCKET_PATH;
const path = page.top === page.self ? ownPath : INNER_FRAME_SOCKET_PATH;
const socket = new WebSocket(`ws://${page.location.host}${path}`);
socket.binaryType = 'arraybuffer';

const WORDS = { 'host-ended': 'tab.ended', 'open-elsewhere': 'tab.openElsewhere' } as const satisfies Record<
  BridgeEnd,
  MainMessageId
>;

function sayWhy(why: BridgeEnd): void {
  const text = page.document.createElement('p');
  // Whoever could be asked has gone; the page knew what it spoke.
  text.textContent = (page.document.documentElement.lang.startsWith('de') ? mainDe : mainEn)[WORDS[why]];
  page.document.title = 'Daygrove';
  page.document.body.replaceChildren(text);
}

const bridge = createSocketBridge(
  {
    send: (bytes) => socket.send(bytes),
    onOpen: (listener) => socket.addEventListener('open', listener),
    onMessage: (listener) => socket.addEventListener('message', (event) => listener(event.data as ArrayBuffer)),
    onClose: (listener) => socket.addEventListener('close', (event) => listener(event.code)),
  },
  sayWhy,
);

Object.defineProperty(globalThis, 'daygrove', {
  value: bridge,
  enumerable: true,
  configurable: false,
  writable: false,
});
