import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import { Mark, type Tone } from '@/shared/ui/marks.tsx';
import { Section } from '@/shared/ui/page.tsx';
import type { Life } from './api.ts';
import classes from './life.module.css';
import { Retract } from './retract.tsx';
import { Sources } from './sources.tsx';

type FeeYear = Server['FeeYearView'];

const TONES: Record<FeeYear['standing'], Tone> = {
  Paid: 'green', WithGrant: 'quiet', Later: 'quiet', Upcoming: 'blue', InGrace: 'amber', NoRecord: 'red',
};

/** Annual fees: the next one at the top, every year beneath. */
export function FeesPanel({ life, number }: { life: Life; number: string }) {
  const { t } = useTranslation();
  const { fees } = life;
  return (
    <Section title={t('catalogue.fees.title')}>
      {!fees ? (
        <p>{t('catalogue.fees.none')}</p>
      ) : (
        <>
          {fees.next && <NextFee fee={fees.next} />}
          {fees.restorations.map((window) => (
            <div key={window.fact} className={classes.window} role="note">
              <p>
                {t('catalogue.fees.restoration', { year: window.year, received: window.receivedOn, by: window.requestBy })}{' '}
                <Amount fen={window.fee.fen} />
                {window.forceMajeureBy && ` ${t('catalogue.fees.forceMajeure', { by: window.forceMajeureBy })}`}
              </p>
              <Retract life={life} number={number} fact={window.fact} />
            </div>
          ))}
          {fees.nextThreeYears && (
            <p className={classes.quiet}>
              {t('catalogue.fees.threeYears')} <Amount fen={fees.nextThreeYears.fen} />
            </p>
          )}
          {fees.reductions.map(({ percent, fromYear, toYear, source, fact }) => (
            <p key={fact} className={classes.small}>
              <span>{t('catalogue.fees.reduction', { percent, fromYear, toYear, source })}</span>
              <Retract life={life} number={number} fact={fact} />
            </p>
          ))}
          <details>
            <summary>{t('catalogue.fees.years', { count: fees.years.length })}</summary>
            <ul className={classes.years}>
              {fees.years.map((year) => <Year key={year.year} year={year} life={life} number={number} />)}
            </ul>
          </details>
          <Sources sources={fees.sources} />
        </>
      )}
    </Section>
  );
}

function NextFee({ fee }: { fee: FeeYear }) {
  const { t } = useTranslation();
  return (
    <>
      <Facts
        facts={[
          [t('catalogue.fees.next'), t('catalogue.fees.year', { year: fee.year })],
          [t('catalogue.fees.due'), <strong key="due">{fee.dueOn}</strong>],
          [t('catalogue.fees.payable'), fee.payable && <Payable key="payable" fee={fee} />],
          [t('catalogue.fees.surcharge'), fee.standing === 'InGrace' ? <Amount key="surcharge" fen={fee.surcharge.fen} /> : null],
          [t('catalogue.fees.graceEnds'), fee.graceEndsOn],
        ]}
      />
      {fee.standing === 'InGrace' && <p className={classes.quiet}>{t('catalogue.fees.noProof')}</p>}
      {fee.grace.length > 0 && (
        <details>
          <summary>{t('catalogue.fees.grace')}</summary>
          <ul className={classes.years}>
            {fee.grace.map(({ month, from, until, percent, surcharge }) => (
              <li key={month}>
                <span className="figures">{t('catalogue.fees.graceMonth', { from, until })}</span>
                <span>{t('catalogue.fees.percent', { percent })}</span>
                {surcharge && <Amount fen={surcharge.fen} />}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Payable({ fee }: { fee: FeeYear }) {
  const { t } = useTranslation();
  return (
    <span>
      {fee.payable && <Amount fen={fee.payable.fen} />}
      {fee.reductionPercent !== null && fee.full && (
        <span className={classes.small}>{t('catalogue.fees.reduced', { percent: fee.reductionPercent })} <Amount fen={fee.full.fen} /></span>
      )}
    </span>
  );
}

function Year({ year, life, number }: { year: FeeYear; life: Life; number: string }) {
  const { t } = useTranslation();
  const { payment } = year;
  return (
    <li>
      <span className="figures">{t('catalogue.fees.year', { year: year.year })}</span>
      <Mark tone={TONES[year.standing]}>{t(`catalogue.fees.standing.${year.standing}`)}</Mark>
      <span className="figures">{year.dueOn}</span>
      {year.payable && <Amount fen={year.payable.fen} />}
      {payment && (
        <span className={classes.small}>
          <span>{t('catalogue.fees.paid', { day: payment.paidOn, source: payment.source })}</span>
          <Amount fen={payment.amount.fen} />
          <Retract life={life} number={number} fact={payment.fact} />
        </span>
      )}
    </li>
  );
}
