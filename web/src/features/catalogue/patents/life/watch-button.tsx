import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { allows } from '@/shared/session/session.ts';
import { unwatchPatent, watchPatent } from '../../watching/api.ts';
import type { Life } from './api.ts';

/** Watches a patent, or no more: a plain act that is undone the same way. */
export function WatchButton({ life, number }: { life: Life; number: string }) {
  const { t } = useTranslation();
  const isWatched = allows(life, 'unwatch');
  const command = useCommand(
    (_: null, commandId) => (isWatched ? unwatchPatent(number, commandId) : watchPatent(number, commandId)),
    { done: isWatched ? t('catalogue.watch.ended') : t('catalogue.watch.begun') },
  );
  if (!isWatched && !allows(life, 'watch')) return null;
  return (
    <Button aria-pressed={isWatched} loading={command.isPending} onClick={() => command.mutate(null)}>
      {isWatched ? t('catalogue.watch.end') : t('catalogue.watch.begin')}
    </Button>
  );
}
