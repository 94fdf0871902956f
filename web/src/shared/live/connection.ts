import type { HubConnection } from '@microsoft/signalr';
import { askClock } from './clock.ts';

/** How the line to the server stands, as the chip shows it. */
export type Line =
  | { state: 'connecting' | 'offline' }
  | { state: 'reconnecting'; seconds: number }
  | { state: 'live' | 'slow'; rttMs: number };

export interface Listener {
  /** Anything the hub sends: the name of the call and what came with it. */
  heard(name: string, message: unknown): void;
  /** The line is (again) there: whoever shows something asks what he missed. */
  connected(): void;
  line(line: Line): void;
}

const RETRY_SECONDS = [0, 1, 2, 5];
const SLOW_RTT_MS = 800;
const PROBE_MS = 10_000;
const KEEP_ALIVE_MS = 4_000;
const SILENCE_MS = 10_000;

/** 0, 1, 2, 5, 5, … seconds, each a fifth up or down so that not everybody returns at once. */
export function retryDelayMs(attempt: number, random: () => number = Math.random): number {
  const seconds = RETRY_SECONDS[Math.min(attempt, RETRY_SECONDS.length - 1)] ?? 5;
  return seconds * 1_000 * (0.8 + 0.4 * random());
}

/**
 * One line to one room, kept for as long as it is wanted. SignalR is fetched when the first room opens. Nothing is
 * promised to arrive over it: after every (re)connection the listener asks for what it has missed.
 */
export class RoomLine {
  #hub: HubConnection | null = null;
  #attempt = 0;
  #ended = false;
  #timers: ReturnType<typeof setTimeout>[] = [];

  constructor(
    private readonly url: string,
    private readonly room: string,
    private readonly names: readonly string[],
    private readonly listener: Listener,
  ) {}

  start(): void {
    window.addEventListener('online', this.#hurry);
    window.addEventListener('offline', this.#lost);
    this.listener.line({ state: 'connecting' });
    void this.#connect();
  }

  stop(): void {
    this.#ended = true;
    window.removeEventListener('online', this.#hurry);
    window.removeEventListener('offline', this.#lost);
    this.#timers.forEach(clearTimeout);
    void this.#hub?.stop();
  }

  get isUp(): boolean {
    return this.#hub?.state === 'Connected';
  }

  /** Calls the hub; fails when the line is down or silent for `timeoutMs`. The caller may then ask over HTTP. */
  async call(name: string, timeoutMs: number, ...values: unknown[]): Promise<unknown> {
    if (!this.#hub || !this.isUp) throw new Error('The line is down.');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('No answer.')), timeoutMs);
    });
    try {
      return await Promise.race([this.#hub.invoke<unknown>(name, ...values), silence]);
    } finally {
      clearTimeout(timer);
    }
  }

  #hurry = (): void => {
    if (this.isUp || this.#ended) return;
    this.#attempt = 0;
    this.#retry();
  };

  #lost = (): void => this.listener.line({ state: 'offline' });

  async #connect(): Promise<void> {
    if (this.#ended) return;
    try {
      const hub = (this.#hub ??= await this.#make());
      if (this.#ended || hub.state !== 'Disconnected') return;
      await hub.start();
      await hub.invoke('Join', this.room);
      this.#attempt = 0;
      this.listener.connected();
      await this.#probe();
    } catch {
      if (this.#hub && this.isUp) await this.#hub.stop();
      else this.#retry();
    }
  }

  async #make(): Promise<HubConnection> {
    const { HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
    const hub = new HubConnectionBuilder().withUrl(this.url).configureLogging(LogLevel.None).build();
    hub.keepAliveIntervalInMilliseconds = KEEP_ALIVE_MS;
    hub.serverTimeoutInMilliseconds = SILENCE_MS;
    for (const name of this.names) hub.on(name, (message: unknown) => this.listener.heard(name, message));
    hub.onclose(() => this.#retry());
    return hub;
  }

  #retry(): void {
    if (this.#ended) return;
    this.#timers.forEach(clearTimeout);
    const delay = retryDelayMs(this.#attempt++);
    this.listener.line(
      navigator.onLine ? { state: 'reconnecting', seconds: Math.ceil(delay / 1_000) } : { state: 'offline' },
    );
    this.#timers = [setTimeout(() => void this.#connect(), delay)];
  }

  /** Measures the way there and back while the line is up. */
  async #probe(): Promise<void> {
    if (this.#ended || !this.isUp) return;
    try {
      const rttMs = Math.round((await askClock()).errorMs * 2);
      if (this.isUp) this.listener.line({ state: rttMs > SLOW_RTT_MS ? 'slow' : 'live', rttMs });
    } catch {
      // The hub's own silence limit decides whether the line is gone.
    }
    if (this.isUp) this.#timers.push(setTimeout(() => void this.#probe(), PROBE_MS));
  }
}
