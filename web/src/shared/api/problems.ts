import i18next from 'i18next';
import type { Server } from './types.ts';

type Problem = Server['Problem'];

const texts = (): Record<number, string> => ({
  400: i18next.t('kernel.problem.malformed'),
  401: i18next.t('kernel.problem.signIn'),
  403: i18next.t('kernel.problem.forbidden'),
  404: i18next.t('kernel.problem.missing'),
  412: i18next.t('kernel.problem.stale'),
  413: i18next.t('kernel.problem.tooLarge'),
  422: i18next.t('kernel.problem.otherRequest'),
  429: i18next.t('kernel.problem.tooMany'),
  503: i18next.t('kernel.problem.unknown'),
});

const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null;

/** What the server answered instead of doing it. The title is the server's, already in the person's language. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.title ?? texts()[status] ?? i18next.t('kernel.problem.other', { status }));
    this.name = 'Refused';
  }

  static of(status: number, body: unknown): Refused {
    return new Refused(status, isProblem(body) ? body : null);
  }

  static async from(answer: Response): Promise<Refused> {
    return Refused.of(answer.status, await answer.json().catch(() => null));
  }

  get code(): string | null {
    return this.problem?.code ?? null;
  }

  /** Nobody knows whether it was done: ask again with the same command id. */
  get isUnknown(): boolean {
    return this.status === 503 || this.code === 'UNKNOWN_ASK_AGAIN';
  }

  figure(name: string): unknown {
    return this.problem?.figures?.[name];
  }
}

/** One sentence a person can act on, whatever was thrown. */
export const problemText = (error: unknown): string =>
  error instanceof Refused ? error.message : i18next.t('kernel.problem.offline');

/** A figure that is an amount, in fen. */
export function fenOf(figure: unknown): number | null {
  if (typeof figure !== 'object' || figure === null || !('fen' in figure)) return null;
  return typeof figure.fen === 'number' ? figure.fen : null;
}
