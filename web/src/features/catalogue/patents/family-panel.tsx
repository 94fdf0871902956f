import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { Section } from '@/shared/ui/page.tsx';
import type { Patent } from './api.ts';
import classes from './patents.module.css';

/** The documents of the family as sources gave them; those that stand in this catalogue lead there. */
export function FamilyPanel({ patent: { family } }: { patent: Patent }) {
  const { t } = useTranslation();
  if (family.length === 0) return null;
  return (
    <Section title={t('catalogue.family.title')}>
      <p className={classes.by}>{t('catalogue.family.lead')}</p>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('catalogue.family.title')}>
        <table className={classes.family}>
          <thead>
            <tr>
              <th scope="col">{t('catalogue.family.tie')}</th>
              <th scope="col">{t('catalogue.family.office')}</th>
              <th scope="col">{t('catalogue.family.number')}</th>
              <th scope="col">{t('catalogue.family.kind')}</th>
              <th scope="col">{t('catalogue.family.date')}</th>
            </tr>
          </thead>
          <tbody>
            {family.map((document) => (
              <Row key={`${document.tie} ${document.office ?? ''} ${document.number} ${document.kind ?? ''}`} document={document} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Row({ document: { tie, office, number, kind, date, patent } }: { document: Server['FamilyView'] }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td>{t(`catalogue.family.ties.${tie}`)}</td>
      <td>{office ?? '—'}</td>
      <td className="figures">{patent === null ? number : <Link to={paths.patent(patent)}>{number}</Link>}</td>
      <td>{kind ?? '—'}</td>
      <td className="figures">{date ?? '—'}</td>
    </tr>
  );
}
