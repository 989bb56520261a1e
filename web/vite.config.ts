import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyParsing } from './build/only-parsing.ts';
import { buildServiceWorker } from './build/service-worker.ts';
import { withoutDescriptions } from './build/without-descriptions.ts';

/** The server that `npm run dev:web`-style work proxies to; the default port of `npm start`. */
const server = process.env.EDGEWAYS_SERVER ?? 'http://localhost:8787';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), onlyParsing(), withoutDescriptions(), buildServiceWorker()],
  css: { modules: { generateScopedName: '[local]-[hash:base64:5]' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    // light-dark() stays as it is written: every browser since mid-2024 has it.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // The content security policy allows fonts and images from files and not from data: URLs in styles.
    assetsInlineLimit: 0,
    // Every browser of the target has it.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Shared ones are named after all who share them, otherwise.
        chunkFileNames: ({ name }) =>
          name.startsWith('shared') ? 'assets/shared-[hash].js' : 'assets/[name]-[hash].js',
        assetFileNames: ({ names: [name = ''] }) =>
          name.startsWith('shared') ? 'assets/shared-[hash][extname]' : 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [
            // One file for the first load, which compresses better than a hundred. The entry stays one, so that the
            // manifest says what the first load is.
            { name: 'first', tags: ['$initial'], test: (id) => !/index\.html|src\/main\.tsx$/.test(id), priority: 1 },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 24 * 1024 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/auth': server,
      '/imports': server,
      '/emoji': server,
      '/sockets': { target: server, ws: true },
    },
  },
});
