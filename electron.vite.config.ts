import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { rememberBundledPackages } from './scripts/bundled-packages.ts';

/** The packages' own entries read these files with Node; the page's worker carries them as text. */
const DICTIONARY_FILES = [
  { find: /^(dictionary-en(?:-gb)?)\/(?=index\.(?:aff|dic))/, replacement: `${resolve('node_modules')}/$1/` },
];

/** The words' licences ask to be where the words are. */
const dictionaryLicences = {
  name: 'dictionary-licences',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: string }): string }): void {
    for (const name of ['dictionary-en', 'dictionary-en-gb', 'nspell']) {
      const source = readFileSync(resolve('node_modules', name, 'license'), 'utf8');
      this.emitFile({ type: 'asset', fileName: `licences/${name}.txt`, source });
    }
  },
};

/**
 * What is built: main (Electron's entry, and beside it the children's entries and the host-free application that a test starts
 * in plain Node), one CJS preload (a sandboxed preload cannot be ESM), and the renderer.
 */
export default defineConfig({
  main: {
    // fflate's Node build makes a `require` of its own, which meets the one that electron-vite puts into ES modules: a syntax error. Its browser
    // build has the same synchronous functions, and needs none.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    plugins: [rememberBundledPackages('main')],
    build: {
      outDir: 'out/main',
      sourcemap: false,
      // `dependencies` are the packages that keep files of their own, native (libsql) and WebAssembly (sql.js): they stay outside and are packed as
      // they are. `devDependencies` are bundled.
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: resolve('src-main/electron/index.ts'),
          'storage-process': resolve('src-main/storage/main.ts'),
          'import-process': resolve('src-main/import-process/main.ts'),
          'sync-process': resolve('src-main/sync/main.ts'),
          app: resolve('src-main/app.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [rememberBundledPackages('preload')],
    build: {
      outDir: 'out/preload',
      sourcemap: false,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve('src-main/electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react(), dictionaryLicences, rememberBundledPackages('renderer')],
    resolve: { alias: DICTIONARY_FILES },
    // A classic worker could not be told apart from a script; a module can import nothing but its own chunks.
    worker: { format: 'es', plugins: () => [rememberBundledPackages('worker')] },
    build: {
      outDir: resolve('out/renderer'),
      sourcemap: false,
      // electron-vite's default is to leave it large; it is parsed at every start.
      minify: 'oxc',
      // Inlined assets would need data: in the CSP.
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: resolve('src-renderer/index.html'), capture: resolve('src-renderer/capture.html') },
      },
    },
  },
});
