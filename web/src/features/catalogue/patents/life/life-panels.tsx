import { useTranslation } from 'react-i18next';
import { Facts } from '@/shared/ui/facts.tsx';
import { Mark, type Tone } from '@/shared/ui/marks.tsx';
import { Section } from '@/shared/ui/page.tsx';
import type { Life } from './api.ts';
import classes from './life.module.css';
import { Retract } from './retract.tsx';
import { Sources } from './sources.tsx';

const TONES: Partial<Record<Life['state'], Tone>> = { Granted: 'green', Published: 'blue', Examination: 'blue', Unknown: 'quiet' };

/** Whether it stands, and since which fact. */
export function StatusMark({ life }: { life: Life }) {
  const { t } = useTranslation();
  return <Mark tone={TONES[life.state] ?? 'red'}>{t(`catalogue.life.state.${life.state}`)}</Mark>;
}

/** Status and term on one glance; what is unknown says so. */
export function StatusPanel({ life }: { life: Life }) {
  const { t } = useTranslation();
  const { term } = life;
  return (
    <Section title={t('catalogue.life.status')} extra={<StatusMark life={life} />}>
      <Facts
        facts={[
          [t('catalogue.life.since'), life.since],
          [t('catalogue.life.by'), life.by],
          [
            t('catalogue.life.marks'),
            life.marks.length > 0 ? (
              <span key="marks" className={classes.marks}>
                {life.marks.map((mark) => <Mark key={mark} tone="amber">{t(`catalogue.life.mark.${mark}`)}</Mark>)}
              </span>
            ) : null,
          ],
          [t('catalogue.life.term'), term && t('catalogue.life.termOf', { years: term.years, filedOn: term.filedOn })],
          [
            t('catalogue.life.termEnds'),
            term && (
              <>
                <strong>{term.endsOn}</strong>
                {term.isChanged && ` ${t('catalogue.life.termChanged')}`}
              </>
            ),
          ],
          [t('catalogue.life.left'), term && left(term.daysLeft, t('catalogue.life.over'), (years, days) => t('catalogue.life.leftOf', { years, days }))],
        ]}
      />
      {term ? <Sources sources={[term.source]} /> : <p className={classes.quiet}>{t('catalogue.life.noTerm')}</p>}
    </Section>
  );
}

const DAYS_A_YEAR = 365;

/** Days as whole years and the rest, for people; dates above are exact. */
const left = (days: number, over: string, say: (years: number, days: number) => string): string =>
  days === 0 ? over : say(Math.floor(days / DAYS_A_YEAR), days % DAYS_A_YEAR);

/** Everything the sources say of its status, oldest first. */
export function Timeline({ life, number }: { life: Life; number: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t('catalogue.life.timeline')}>
      {life.timeline.length === 0 ? (
        <p>{t('catalogue.life.noTimeline')}</p>
      ) : (
        <ol className={classes.timeline}>
          {life.timeline.map((entry, index) => (
            <li key={index}>
              <span className={`${classes.when} figures`}>{entry.date ?? t('catalogue.patent.dateUnknown')}</span>
              <span className={classes.what}>
                {entry.code && <code className={classes.code}>{entry.code}</code>}
                <span>{entry.kind === 'Publication' ? t('catalogue.life.published', { number: entry.text }) : entry.text}</span>
                {entry.note && <span>{entry.note}</span>}
                {entry.termEndsOn && <span>{t('catalogue.life.termMoved', { day: entry.termEndsOn })}</span>}
              </span>
              <span className={classes.small}>
                {t(`catalogue.life.effect.${entry.effect}`)}
                {!entry.fits && <Mark tone="red">{t('catalogue.life.unfitting')}</Mark>}
                {entry.source && <span>{t('catalogue.life.source', { source: entry.source })}</span>}
              </span>
              {entry.fact !== null && <Retract life={life} number={number} fact={entry.fact} />}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

const PERCENT = 100;

/** All co-owners, their shares and who may act for whom. */
export function OwnershipPanel({ life, number }: { life: Life; number: string }) {
  const { t } = useTranslation();
  const { ownership } = life;
  const shareOf = (holder: string) => ownership?.shares.find((share) => share.holder === holder)?.basisPoints ?? null;
  return (
    <Section title={t('catalogue.life.ownership')}>
      <Facts
        facts={life.holders.map((holder) => {
          const share = shareOf(holder);
          return [holder, share === null ? t('catalogue.life.noShare') : t('catalogue.life.share', { percent: share / PERCENT })] as const;
        })}
      />
      {life.holders.length > 1 && <p className={classes.quiet}>{t('catalogue.life.coOwners')}</p>}
      {ownership && ownership.mandates.length > 0 && (
        <ul className={classes.mandates} aria-label={t('catalogue.life.mandates')}>
          {ownership.mandates.map(({ from, to, scope, until }, index) => (
            <li key={index}>
              {t('catalogue.life.mandate', { from, to, scope: t(`catalogue.life.scope.${scope}`) })}
              {until && ` ${t('catalogue.life.until', { day: until })}`}
            </li>
          ))}
        </ul>
      )}
      {ownership && (
        <p className={classes.small}>
          <span>{t('catalogue.life.source', { source: ownership.source })}</span>
          {ownership.seenOn && <span>{ownership.seenOn}</span>}
          <Retract life={life} number={number} fact={ownership.fact} />
        </p>
      )}
    </Section>
  );
}
