import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import classes from './encumbrances.module.css';

type Finding = Server['GateFindingView'];

/** What the gate found, with the article it rests on and what would cure it. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className={classes.findings}>
      {findings.map((finding) => (
        <li key={finding.rule + String(finding.encumbrance)}>
          <span>{finding.text}</span>
          <Ground finding={finding} />
          <Cure finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function Ground({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { statute, article, statuteVersion: version, isToBeVerified, source, since } = finding;
  return (
    <small>
      {version ? t('catalogue.gate.ground', { statute, article, version }) : t('catalogue.gate.house', { article, since })}
      {isToBeVerified && <strong>{t('catalogue.gate.toBeVerified')}</strong>}
      {source && <span>{source}</span>}
    </small>
  );
}

function Cure({ finding: { cure, isAPaper } }: { finding: Finding }) {
  const { t } = useTranslation();
  if (!cure) return null;
  return (
    <small>
      <strong>{t('catalogue.gate.cure')}</strong>
      {cure}
      {isAPaper && t('catalogue.gate.paper')}
    </small>
  );
}
