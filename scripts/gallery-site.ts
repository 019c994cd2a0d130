import react from '@vitejs/plugin-react';
import { resolve } from 'node:path';
import { build } from 'vite';
import type { InlineConfig } from 'vite';

const project = resolve(import.meta.dirname, '..');

/** The gallery is a page beside the app: nothing that is shipped imports it, and the app's build does not know it. */
export const GALLERY: InlineConfig = {
  configFile: false,
  root: resolve(project, 'src-renderer/gallery'),
  base: './',
  plugins: [react()],
  logLevel: 'warn',
  // As electron.vite.config.ts has it for the page.
  resolve: {
    alias: [
      {
        find: /^(dictionary-en(?:-gb)?)\/(?=index\.(?:aff|dic))/,
        replacement: `${resolve(project, 'node_modules')}/$1/`,
      },
    ],
  },
  worker: { format: 'es' },
  server: { fs: { allow: [project] } },
};

/** Writes it into a folder as plain files that need no server of ours, only any server. */
export async function buildGallery(outDir: string): Promise<void> {
  await build({ ...GALLERY, build: { outDir, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 4000 } });
}
