/** `npm run build`: main, preload and renderer with electron-vite, and the browser host with its bridge. */
import { resolve } from 'node:path';
import { build as buildElectron } from 'electron-vite';
import { build as buildScript } from 'vite';
import { forgetBundledPackages, readBundledPackages } from './bundled-packages.ts';
import { writeLicences } from './licences.ts';

const root = resolve(import.meta.dirname, '..');

/** Writes everything into out/. Throws what the bundler throws. */
export async function buildAll(): Promise<void> {
  process.chdir(root);
  forgetBundledPackages();
  await buildElectron({ logLevel: 'warn' });
  writeLicences(root, resolve(root, 'out'), [...readBundledPackages().values()].flat());
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
  await buildScript({
    configFile: false,
    root,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      // As deep as its source: it finds the other folders from its own.
      outDir: 'out/browser-host',
      target: 'node20',
      minify: false,
      ssr: resolve(root, 'src-main/browser-host/main.ts'),
      rolldownOptions: {
        // Playwright is where a browser is looked for last; sql.js has its WebAssembly beside it; the other two are what `ws` does without.
        external: ['playwright', 'sql.js', 'bufferutil', 'utf-8-validate'],
        output: { entryFileNames: 'main.js' },
      },
    },
  });
}

if (import.meta.main) await buildAll();
