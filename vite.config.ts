import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressed, fetchedAhead, webChunks } from './scripts/web-build.ts';

const server = `http://127.0.0.1:${process.env.PARCOURS_PORT ?? 4747}`;

/** The pages: built to dist/web, where the server finds them; in the dev loop served by Vite with the server behind. */
export default defineConfig({
  root: 'apps/web',
  plugins: [react(), fetchedAhead(), compressed()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // The browsers of the last two years; nothing is translated down for older ones.
    target: 'baseline-widely-available',
    // A font inside a style sheet would block the first drawing.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: webChunks } },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      // The server checks Host and Origin: it must see itself, not the dev server.
      '/api': { target: server, changeOrigin: true, headers: { origin: server } },
      '/collaboration': { target: server, changeOrigin: true, ws: true, headers: { origin: server } },
    },
  },
});
