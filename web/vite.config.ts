// How the screen is built: one static folder inside the Python package, no request to any other origin.
import { readdirSync, readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/** The Latin font is on every page: fetch it together with the style sheet, not after it. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    transformIndexHtml: {
      order: 'post',
      handler(_html, context) {
        const font = Object.keys(context.bundle ?? {}).find((name) => /sans-3-latin-wght-normal.*\.woff2$/.test(name));
        if (!font) return [];
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: true };
        return [{ tag: 'link', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}

const folders = readdirSync('.', { withFileTypes: true }).filter((each) => each.isDirectory() && each.name !== 'node_modules');
const filesOf = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf-8' }).map((file) => `${folder}/${file}`);
const TESTS = folders.flatMap((each) => filesOf(each.name)).filter((file) => file.endsWith('.test.ts'));
const asksForPage = (file: string): boolean => readFileSync(file, 'utf-8').startsWith('// @vitest-environment');

export default defineConfig({
  plugins: [svelte(), preloadFont()],
  build: {
    outDir: '../src/cesta/web/dist',
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    proxy: Object.fromEntries(['/api', '/health', '/ready'].map((path) => [path, 'http://127.0.0.1:8000'])),
  },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    environment: 'node',
    // A file that wants a page of its own is alone in its world; the others compute and leave nothing but words behind, so share one.
    projects: [
      { extends: true, test: { name: 'pages', include: TESTS.filter(asksForPage) } },
      { extends: true, test: { name: 'plain', include: TESTS.filter((file) => !asksForPage(file)), isolate: false, setupFiles: ['scripts/wordless.ts'] } },
    ],
  },
} as Parameters<typeof defineConfig>[0]);
