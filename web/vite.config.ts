import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The server of `./gongbi serve`; set GONGBI_SERVER to develop against another address. */
const server = process.env.GONGBI_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  server: {
    proxy: { '/api': server, '/openapi.json': server },
    // What Maven builds beside us is no reason to reload.
    watch: { ignored: ['**/target/**', '**/dist/**'] },
  },
  preview: { proxy: { '/api': server, '/openapi.json': server } },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    // Every file but index.html carries a hash in its name, so the server may let browsers keep them for a year.
    assetsDir: 'assets',
  },
  test: {
    environment: 'jsdom',
    testTimeout: 20_000,
    setupFiles: ['src/test-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
