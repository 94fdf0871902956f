/// <reference types="vitest/config" />
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = process.env.IPMARKET_SERVER ?? 'http://127.0.0.1:5080';

/** The SHA-256 of every file of code, published beside them; the pages of sealed bids link it. */
const codeHashes = (): Plugin => ({
  name: 'code-hashes',
  writeBundle({ dir = '' }, bundle) {
    const files = Object.keys(bundle).filter((file) => file.endsWith('.js')).sort();
    const lines = files.map((file) => `${createHash('sha256').update(readFileSync(join(dir, file))).digest('hex')}  ${file}\n`);
    writeFileSync(join(dir, 'code-hashes.txt'), lines.join(''));
  },
});

export default defineConfig({
  plugins: [react(), codeHashes()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // The server replaces this word by a fresh nonce in every page it sends.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'es2022',
    // The page's policy admits no data: scripts, and one more request is cheaper than a policy with a hole.
    assetsInlineLimit: 0,
    // Read by tests/first-load.mjs.
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules[\\/](react|react-dom|react-router|scheduler|@tanstack|i18next|react-i18next)[\\/]/,
              priority: 20,
            },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/hubs': { target: server, ws: true },
      '/openapi': server,
    },
  },
  test: {
    environment: 'happy-dom',
    environmentOptions: {
      happyDOM: {
        url: 'http://localhost:3000',
        // A link that downloads is pressed, not followed.
        settings: { navigation: { disableMainFrameNavigation: true, disableFallbackToSetURL: true } },
      },
    },
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/setup.ts'],
    testTimeout: 30_000,
    maxWorkers: 2,
    // Reading the component library once a file costs more than what the files look at; setup.ts leaves nothing behind.
    isolate: false,
  },
});
