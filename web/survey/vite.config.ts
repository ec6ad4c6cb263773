// How surveys are built: one small file beside the snippet, for any page of any site and for the page of a link.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL('../../src/cesta/web/dist', import.meta.url)),
    emptyOutDir: false,
    target: 'es2020',
    reportCompressedSize: false,
    lib: {
      entry: fileURLToPath(new URL('main.ts', import.meta.url)),
      formats: ['iife'],
      name: 'cestaSurvey',
      fileName: () => 'cesta-survey.js',
    },
  },
});
