import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';

/** Version, since when, and whether the centre may publish under it. */
export function HostMark({ profile }: { profile: Server['ProfileView'] }) {
  const { t } = useTranslation();
  const { version, effectiveFrom, isInForce, mayHost, hostNote } = profile;
  return (
    <>
      {t('trading.rules.since', { version, from: effectiveFrom })}
      {t('kernel.list.separator')}
      {t(isInForce ? 'trading.rules.inForce' : 'trading.rules.notInForce')}
      {t('kernel.list.separator')}
      {mayHost ? t('trading.rules.mayHost') : t('trading.rules.mayNotHost')}
      {hostNote !== null && ` (${hostNote})`}
    </>
  );
}
