import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The console: static files that any node serves beside its API. In development the API is that of a running node. */
export default defineConfig({
  plugins: [react()],
  publicDir: 'src/console/public',
  build: {
    outDir: 'dist/console',
    emptyOutDir: true,
    target: 'es2023',
    // `default-src 'self'`: nothing is inlined as a data address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // What stands before every page is one file, and what several pages share another: a slow line pays for each request.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 2 },
            { name: 'shared', test: /src\/(ui|console|domains)\//, minShareCount: 3, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env['TRIPOINT_NODE'] ?? 'http://127.0.0.1:8080' } },
});
