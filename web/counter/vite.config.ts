// How the pages for a shop are built: beside the screen, with files of their own, at addresses that a public port opens.
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  plugins: [svelte({ configFile: here('../svelte.config.js') })],
  build: {
    outDir: here('../../src/cesta/web/dist'),
    emptyOutDir: false,
    assetsDir: 'counter',
    assetsInlineLimit: 0,
    target: ['chrome111', 'firefox120', 'safari16.4'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rollupOptions: {
      input: ['check-in.html', 'tally.html', 'tally-kept.ts'].map(here),
      output: {
        entryFileNames: ({ name }) => (name === 'tally-kept' ? 'tally-kept.js' : 'counter/[name]-[hash].js'),
        chunkFileNames: 'counter/[name]-[hash].js',
        assetFileNames: 'counter/[name]-[hash][extname]',
      },
    },
  },
});
