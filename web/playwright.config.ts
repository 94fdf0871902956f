import { defineConfig } from '@playwright/test';

const CLOCK = /auction\.spec/;
const PAGES = /pages\.spec/;
const DAYS = /listing-(period|renewed)\.spec/;

/** One Chromium, the built server of each spec file on a free port of its own; see tests/e2e/support/market.ts. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/out',
  fullyParallel: false,
  workers: 1,
  forbidOnly: true,
  // The first test of a file waits for the server and its demo market.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  // Who bids against a clock has the machine nearly to himself: only those who wait for days are there with him. The
  // longest file and all others come when he is done.
  projects: [
    { name: 'clock', testMatch: CLOCK },
    { name: 'days', testMatch: DAYS },
    { name: 'pages', testMatch: PAGES, dependencies: ['clock'] },
    { name: 'stories', testIgnore: [CLOCK, DAYS, PAGES], dependencies: ['clock'] },
  ],
  use: {
    // Recording every step of every person's browser takes half the time again: asked for where a story fails.
    trace: process.env.IPMARKET_TRACE === '1' ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    // What cannot be pressed after so long never will be.
    actionTimeout: 45_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions: {
      executablePath: process.env.IPMARKET_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
