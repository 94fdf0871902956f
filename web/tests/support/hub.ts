/** Stands for `@microsoft/signalr` in tests: a hub the test holds in its hands. */
export class FakeHub {
  static made: FakeHub[] = [];
  /** Whether the next starts succeed. */
  static reachable = true;
  /** What `invoke` answers, by name. */
  static answers: Record<string, (...values: unknown[]) => unknown> = {};

  url = '';
  state = 'Disconnected';
  keepAliveIntervalInMilliseconds = 0;
  serverTimeoutInMilliseconds = 0;
  readonly invoked: [string, ...unknown[]][] = [];
  #heard = new Map<string, (message: unknown) => void>();
  #closed: (() => void)[] = [];

  static reset(): void {
    FakeHub.made = [];
    FakeHub.reachable = true;
    FakeHub.answers = {};
  }

  static get last(): FakeHub {
    const hub = FakeHub.made.at(-1);
    if (!hub) throw new Error('No hub was made yet.');
    return hub;
  }

  on(name: string, hear: (message: unknown) => void): void {
    this.#heard.set(name, hear);
  }

  onclose(closed: () => void): void {
    this.#closed.push(closed);
  }

  async start(): Promise<void> {
    await Promise.resolve();
    if (!FakeHub.reachable) throw new Error('The hub is not there.');
    this.state = 'Connected';
  }

  async stop(): Promise<void> {
    await Promise.resolve();
    this.state = 'Disconnected';
  }

  async invoke(name: string, ...values: unknown[]): Promise<unknown> {
    this.invoked.push([name, ...values]);
    await Promise.resolve();
    return FakeHub.answers[name]?.(...values);
  }

  /** The server says something. */
  say(name: string, message: unknown): void {
    this.#heard.get(name)?.(message);
  }

  /** The line breaks. */
  drop(): void {
    this.state = 'Disconnected';
    this.#closed.forEach((closed) => closed());
  }
}

export class HubConnectionBuilder {
  #url = '';

  withUrl(url: string): this {
    this.#url = url;
    return this;
  }

  configureLogging(): this {
    return this;
  }

  build(): FakeHub {
    const hub = new FakeHub();
    hub.url = this.#url;
    FakeHub.made.push(hub);
    return hub;
  }
}

export const LogLevel = { None: 6 };
