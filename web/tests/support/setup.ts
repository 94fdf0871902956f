import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { forgetToken } from '@/shared/api/client.ts';
import { startLanguage } from '@/shared/i18n/start.ts';
import { FakeHub } from './hub.ts';
import { network } from './network.ts';

// Pages come in chunks, which a busy machine makes only now.
configure({ asyncUtilTimeout: 15_000 });

vi.mock('@microsoft/signalr', () => import('./hub.ts'));

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
beforeEach(async () => {
  FakeHub.reset();
  localStorage.setItem('ipmarket.language', 'zh-CN');
  await startLanguage();
});
afterEach(() => {
  cleanup();
  network.resetHandlers();
  forgetToken();
  sessionStorage.clear();
  localStorage.clear();
});
afterAll(() => network.close());
