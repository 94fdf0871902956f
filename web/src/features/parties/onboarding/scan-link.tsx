import { useTranslation } from 'react-i18next';
import type { Party } from './api.ts';

/** Where a scan the party's form names is read; null for one that is not saved in it yet. */
export const hrefOf = ({ scans }: Party, sha256: string): string | null =>
  scans.find((scan) => scan.sha256 === sha256)?.href ?? null;

/** Opens a scan beside the page, so that it can be compared with what was filled in. */
export function ScanLink({ party, sha256, label }: { party: Party; sha256: string; label?: string }) {
  const { t } = useTranslation();
  const href = hrefOf(party, sha256);
  return href && <a href={href} target="_blank" rel="noreferrer">{label ?? t('parties.organisation.openScan')}</a>;
}
