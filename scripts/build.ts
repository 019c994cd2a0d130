/** `npm run build`: main, preload and renderer with electron-vite, and the browser host's bridge. */
import { resolve } from 'node:path';
import { build as buildElectron } from 'electron-vite';
import { build as buildScript } from 'vite';

const root = resolve(import.meta.dirname, '..');

/** Writes everything into out/. Throws what the bundler throws. */
export async function buildAll(): Promise<void> {
  process.chdir(root);
  await buildElectron({ logLevel: 'warn' });
  // A folder of its own: whatever is in out/renderer, out/main and out/preload goes into the package.
  await buildScript({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      outDir: 'out/browser-bridge',
      target: 'esnext',
      minify: false,
      lib: {
        entry: resolve(root, 'src-main/browser-host/page/main.ts'),
        formats: ['iife'],
        name: 'daygroveBridge',
        fileName: () => 'browser-bridge.js',
      },
    },
  });
}

if (import.meta.main) await buildAll();
