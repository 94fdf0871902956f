import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { fingerprintOf } from './crypto/envelope.ts';
import { Limit } from './limit.tsx';
import classes from './sealed.module.css';
import '@/shared/i18n/sealed.ts';

type Terms = Server['AuctionTerms'];

/** Who holds the keys, how many of them open a bid, and what this does not protect against. */
export function SealedFacts({ terms }: { terms: Terms }) {
  const { t } = useTranslation();
  const set = terms.sealed;
  if (!set) return null;
  return (
    <div className={classes.panel}>
      <p>{t(terms.protocol === 'Vickrey' ? 'sealed.rule.Vickrey' : 'sealed.rule.SealedFirstPrice')}</p>
      <p>
        {t(set.openingSeconds % 3_600 === 0 ? 'sealed.openByHours' : 'sealed.openBy', {
          threshold: set.threshold,
          holders: set.holders.length,
          hours: set.openingSeconds / 3_600,
          minutes: Math.ceil(set.openingSeconds / 60),
        })}
      </p>
      <ol className={classes.holders}>
        {set.holders.map(({ name, key }) => (
          <li key={key}>
            {name}
            <span className={`${classes.digest} figures`}>{t('sealed.fingerprint', { fingerprint: fingerprintOf(key) })}</span>
          </li>
        ))}
      </ol>
      <Limit />
    </div>
  );
}
