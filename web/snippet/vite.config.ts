// How the snippet is built: one small file beside the screen, for any page of any site.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL('../../src/cesta/web/dist', import.meta.url)),
    emptyOutDir: false,
    target: 'es2018',
    reportCompressedSize: false,
    lib: {
      entry: fileURLToPath(new URL('main.ts', import.meta.url)),
      formats: ['iife'],
      name: 'cestaSnippet',
      fileName: () => 'cesta.js',
    },
  },
});
