import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { allows } from '@/shared/session/session.ts';
import { Facts } from '@/shared/ui/facts.tsx';
import type { Listing } from '../api.ts';
import { isLicence } from '../choices.ts';
import type { Period } from '../period/api.ts';
import classes from '../period/period.module.css';
import { AgreedShown } from './agreed-shown.tsx';

/** What was concluded: every licence of a listing that stays out, or the one deal it ended in. */
export function DealsList({ listing, period }: { listing: Listing; period: Period }) {
  const { t } = useTranslation();
  const { contract, deals = [] } = period;
  if (deals.length === 0 && !contract?.agreed) return null;
  return (
    <>
      {deals.length > 0 && (
        <ol className={classes.deals} aria-label={t('catalogue.deal.licences')}>
          {deals.map((deal) => (
            <li key={deal.number}>
              <h3>{t('catalogue.deal.number', { number: deal.number })}</h3>
              <Facts facts={[[t('catalogue.deal.licensee'), deal.licensee || t('catalogue.period.erased')]]} />
              <Recorded deal={deal} />
            </li>
          ))}
        </ol>
      )}
      {contract?.agreed && (
        <div className={classes.own}>
          <h3>{t('catalogue.deal.agreed')}</h3>
          <Recorded deal={contract} />
          {contract.choice && <Facts facts={[[t('catalogue.deal.choice'), contract.choice]]} />}
        </div>
      )}
      {allows(period, 'see-intents') && <Duties mode={listing.offer.mode} />}
    </>
  );
}

interface Deal {
  agreed?: Server['DealTerms'] | null | undefined;
  concludedOn: string;
  reference: string | null;
  source?: string | null | undefined;
}

function Recorded({ deal }: { deal: Deal }) {
  const { t } = useTranslation();
  return (
    <>
      {deal.agreed && <AgreedShown agreed={deal.agreed} />}
      <Facts
        facts={[
          [t('catalogue.period.concludedOn'), deal.concludedOn],
          ...(deal.reference ? [[t('catalogue.period.contractReference'), deal.reference] as const] : []),
          ...(deal.source ? [[t('catalogue.deal.source'), deal.source] as const] : []),
        ]}
      />
    </>
  );
}

/** What is to be done after it: the market records the fact of a licence only when a handler enters it. */
function Duties({ mode = 'Sale' }: { mode?: Listing['offer']['mode'] }) {
  const { t } = useTranslation();
  if (isLicence(mode)) return <p className={classes.warning} role="note">{t('catalogue.deal.licenceDuty')}</p>;
  return mode === 'OpenLicence' ? <p className={classes.warning} role="note">{t('catalogue.deal.openDuty')}</p> : null;
}
