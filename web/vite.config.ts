import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server that `npm run dev:web`-style work proxies to; the default port of `npm start`. */
const server = process.env.EDGEWAYS_SERVER ?? 'http://localhost:8787';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  css: { modules: { generateScopedName: '[local]-[hash:base64:5]' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true,
    // light-dark() stays as it is written: every browser since mid-2024 has it.
    target: ['chrome123', 'firefox120', 'safari17.5'],
    // The content security policy allows fonts and images from files and not from data: URLs in styles.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': server,
      '/auth': server,
      '/imports': server,
      '/sockets': { target: server, ws: true },
    },
  },
});
