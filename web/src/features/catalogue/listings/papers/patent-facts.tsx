import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '@/shared/paths.ts';
import { Facts } from '@/shared/ui/facts.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { Pick } from '@/shared/ui/pick.tsx';
import { Encumbrances } from '../../encumbrances/encumbrance-list.tsx';
import { ModeFindings, ModeState } from '../../encumbrances/modes-panel.tsx';
import { patentQuery } from '../../patents/api.ts';
import { lifeQuery } from '../../patents/life/api.ts';
import { FeesPanel } from '../../patents/life/fees-panel.tsx';
import { StatusPanel } from '../../patents/life/life-panels.tsx';
import type { Listing } from '../api.ts';
import classes from './papers.module.css';

/** What the register and the catalogue say of the patent, or of one of several, beside the papers an officer checks. */
export function PatentFacts({ listing: { patents, gate: ofFirst } }: { listing: Listing }) {
  const { t } = useTranslation();
  const [place, setPlace] = useState('0');
  const { number, gate } = patents[Number(place)] ?? { number: '', gate: ofFirst };
  const life = useQuery(lifeQuery(number));
  return (
    <>
      {patents.length > 1 && (
        <div className={classes.which}>
          <Pick
            label={t('catalogue.portfolio.which')}
            value={place}
            options={patents.map((patent, i) => ({ value: String(i), label: `${patent.number} ${patent.title ?? ''}` }))}
            onChange={setPlace}
          />
        </div>
      )}
      <Section title={t('catalogue.papers.patent')} extra={<Link to={paths.patent(number)}>{t('catalogue.papers.toPatent')}</Link>}>
        <Loaded query={useQuery(patentQuery(number))}>
          {(patent) => (
            <Facts
              facts={[
                [t('catalogue.patent.number'), <span key="n" className="figures">{patent.number}</span>],
                [t('catalogue.papers.type'), patent.type && t(`catalogue.type.${patent.type}`)],
                [t('catalogue.card.applicant'), patent.applicants.join(t('kernel.list.separator'))],
                [t('catalogue.patent.holders'), patent.holders.join(t('kernel.list.separator'))],
                [t('catalogue.patent.filed'), patent.filingDate],
              ]}
            />
          )}
        </Loaded>
      </Section>
      {gate && (
        <Section title={t('catalogue.papers.gate')}>
          <ModeState mode={gate} />
          <ModeFindings mode={gate} />
        </Section>
      )}
      <Loaded query={life}>
        {(known) => (
          <>
            <StatusPanel life={known} />
            <FeesPanel life={known} number={number} />
          </>
        )}
      </Loaded>
      <Encumbrances number={number} />
    </>
  );
}
