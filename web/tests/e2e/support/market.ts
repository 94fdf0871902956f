import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page, test as base } from '@playwright/test';
import { demoAccounts, type RunningServer, startServer } from './server.ts';

export type Language = 'zh-CN' | 'en';

export interface Visit {
  /** A person of the demo market (`handler`, `investor-a`, …); nobody when absent. */
  as?: string;
  language?: Language;
  width?: number;
}

/** The running market of a spec file, and people who come to it. */
export class Market {
  constructor(
    readonly server: RunningServer,
    private readonly browser: Browser,
  ) {}

  get url(): string {
    return this.server.url;
  }

  /** A person at a browser of their own, signed in; the page fails the test for what it writes to the console. */
  async visit({ as, language = 'zh-CN', width = 1440 }: Visit = {}): Promise<Visitor> {
    const context = await this.browser.newContext({
      baseURL: this.url,
      locale: language,
      timezoneId: 'Asia/Shanghai',
      viewport: { width, height: width < 800 ? 844 : 900 },
      isMobile: width < 800,
      hasTouch: width < 800,
    });
    await context.addInitScript((chosen) => localStorage.setItem('ipmarket.language', chosen), language);
    if (as) await this.signIn(context.request, as);
    return new Visitor(context, await context.newPage());
  }

  /** Signs in over HTTP; the cookie is the context's. */
  private async signIn(request: APIRequestContext, name: string): Promise<void> {
    const password = demoAccounts(this.server.folder)[name];
    if (!password) throw new Error(`The demo market knows no ${name}.`);
    const { token } = (await (await request.get('/api/identity/antiforgery')).json()) as { token: string };
    const answer = await request.post('/api/identity/login', {
      headers: { 'X-CSRF-TOKEN': token },
      data: { email: `${name}@demo.example`, password, mode: 'cookie' },
    });
    expect(answer.status(), await answer.text()).toBe(204);
  }
}

/** What the browser itself reports of an answer a page asked for and shows. */
const EXPECTED = /Failed to load resource: the server responded with a status of 40[134]/;

export class Visitor {
  readonly complaints: string[] = [];

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  /** Opens an address and waits until nothing on it is loading. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.locator('main h1').first().waitFor();
    await expect(this.page.locator('main .ant-skeleton')).toHaveCount(0);
  }

  /** One item of a list of the server, as this person sees it. */
  async first<T>(address: string): Promise<T | undefined> {
    const answer = await this.context.request.get(address);
    if (!answer.ok()) return undefined;
    return ((await answer.json()) as { items: T[] }).items[0];
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}

/**
 * The fixture of every end-to-end spec: `market` is one server for the spec file, started before its first test with a
 * fresh data folder and the demo market in it.
 */
export const test = base.extend<object, { market: Market }>({
  market: [
    async ({ browser }, hand) => {
      const server = await startServer();
      try {
        await hand(new Market(server, browser));
      } finally {
        await server.stop();
      }
    },
    { scope: 'worker' },
  ],
});

export { expect };
