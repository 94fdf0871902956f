import { useTranslation } from 'react-i18next';
import type { Listing } from './api.ts';
import classes from './listings.module.css';

/** What keeps a draft from being submitted, said before anybody tries. */
export function Wanting({ listing: { wanting } }: { listing: Listing }) {
  const { t } = useTranslation();
  if (wanting.length === 0) return null;
  return (
    <div className={classes.returned} role="note">
      <h2>{t('catalogue.listing.wantingTitle', { count: wanting.length })}</h2>
      <WantingList listing={{ wanting }} />
    </div>
  );
}

export const WantingList = ({ listing: { wanting } }: { listing: Pick<Listing, 'wanting'> }) => (
  <ul>{wanting.map(({ code, text }) => <li key={code + text}>{text}</li>)}</ul>
);
