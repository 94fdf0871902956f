import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page, test as base } from '@playwright/test';
import { demoAccounts, type RunningServer, startServer } from './server.ts';

export type Language = 'zh-CN' | 'en';

export interface Visit {
  /** A person of the demo market (`handler`, `investor-a`, …); nobody when absent. */
  as?: string;
  language?: Language;
  width?: number;
}

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>;

const PHONE_PX = 800;
const sizeOf = (width: number) => ({ width, height: width < PHONE_PX ? 844 : 900 });

/** The running market of a spec file, and people who come to it. */
export class Market {
  private readonly cookies = new Map<string, Promise<Cookies>>();
  private readonly regulars = new Map<string, Promise<Visitor>>();
  private guests: Visitor[] = [];

  constructor(
    readonly server: RunningServer,
    private readonly browser: Browser,
  ) {}

  /** A person at a browser of their own, signed in, who leaves when the test ends. */
  async visit(visit: Visit = {}): Promise<Visitor> {
    const visitor = await this.arrive(visit);
    this.guests.push(visitor);
    return visitor;
  }

  /** The same person at the same browser for the whole spec file: for those who only look. */
  regular(as?: string): Promise<Visitor> {
    const name = as ?? '';
    const known = this.regulars.get(name) ?? this.arrive(as ? { as } : {});
    this.regulars.set(name, known);
    return known;
  }

  async close(): Promise<void> {
    const { guests } = this;
    this.guests = [];
    for (const guest of guests) await guest.context.close();
  }

  private async arrive({ as, language = 'zh-CN', width = 1440 }: Visit): Promise<Visitor> {
    const context = await this.browser.newContext({
      baseURL: this.server.url,
      locale: language,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      viewport: sizeOf(width),
      isMobile: width < PHONE_PX,
      hasTouch: width < PHONE_PX,
      ...(as ? { storageState: await this.cookiesOf(as) } : {}),
    });
    const visitor = new Visitor(context, await context.newPage());
    await visitor.speaks(language);
    return visitor;
  }

  /** One sign-in serves every visit of a person. */
  private cookiesOf(name: string): Promise<Cookies> {
    const known = this.cookies.get(name) ?? this.signIn(name);
    this.cookies.set(name, known);
    return known;
  }

  private async signIn(name: string): Promise<Cookies> {
    const password = demoAccounts(this.server.folder)[name];
    if (!password) throw new Error(`The demo market knows no ${name}.`);
    const context = await this.browser.newContext({ baseURL: this.server.url });
    const answer = await context.request.post('/api/identity/login', {
      headers: { 'X-CSRF-TOKEN': await antiforgery(context.request) },
      data: { email: `${name}@demo.example`, password, mode: 'cookie' },
    });
    expect(answer.status(), await answer.text()).toBe(204);
    const cookies = await context.storageState();
    await context.close();
    return cookies;
  }
}

/** The token that every write by cookie carries. */
export async function antiforgery(request: APIRequestContext): Promise<string> {
  const answer = await request.get('/api/identity/antiforgery');
  return ((await answer.json()) as { token: string }).token;
}

/** What the browser itself reports of an answer a page asked for and shows. */
const EXPECTED = /Failed to load resource: the server responded with a status of 40[134]/;

export class Visitor {
  /** What the pages wrote to the console as errors: a test fails for it. */
  readonly complaints: string[] = [];
  private language: Language | null = null;

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  /** The language of every page from the next one on. */
  async speaks(language: Language): Promise<void> {
    if (this.language === language) return;
    this.language = language;
    // Scripts run in the order they were added, so the last one chosen stands.
    await this.page.addInitScript((chosen) => localStorage.setItem('ipmarket.language', chosen), language);
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

  /** The same page on a screen of another width, laid out anew. */
  async at(width: number): Promise<void> {
    await this.page.setViewportSize(sizeOf(width));
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await this.settled();
  }
}

/** Monday, nine in the morning: no weekend lies before the market of a faster clock. */
function nextMonday(): string {
  const day = new Date(Date.now() + 2 * 86_400_000);
  while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() + 1);
  return `${day.toISOString().slice(0, 10)}T09:00:00+08:00`;
}

interface Options {
  /** Market seconds in a second of the wall; a spec file with another speed has a market of its own. */
  speed: number;
}

/**
 * The fixture of every end-to-end spec: `market` is one server with a fresh data folder and the demo market in it,
 * started before the first test that needs it.
 */
export const test = base.extend<{ market: Market }, Options & { house: Market }>({
  speed: [1, { option: true, scope: 'worker' }],
  house: [
    async ({ browser, speed }, hand) => {
      const server = await startServer(speed === 1 ? [] : [`--Clock:Speed=${String(speed)}`, `--Clock:StartsAt=${nextMonday()}`]);
      try {
        await hand(new Market(server, browser));
      } finally {
        await server.stop();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  market: async ({ house }, hand) => {
    await hand(house);
    await house.close();
  },
});

export { expect };
