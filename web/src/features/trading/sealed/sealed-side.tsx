import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allows } from '@/shared/session/session.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Section } from '@/shared/ui/page.tsx';
import type { Room } from '../room/api.ts';
import { sealedBidsQuery } from './api.ts';
import { HolderOpening } from './holder-opening.tsx';
import { OwnOpening } from './own-opening.tsx';
import { SealPanel } from './seal-panel.tsx';
import { SealedBidsList } from './sealed-bids-list.tsx';
import '@/shared/i18n/sealed.ts';

/** What I may do with sealed bids now: hand one in, or open them. */
export function SealedSide({ room }: { room: Room }) {
  const { t } = useTranslation();
  const query = useQuery(sealedBidsQuery(room));
  const bids = query.data?.items ?? [];
  const own = room.mine?.bidder ?? null;
  if (allows(room, 'seal-bid') && own !== null)
    return (
      <Section title={t('sealed.title')}>
        <SealPanel room={room} bidder={own} hasSealed={bids.some(({ bidder }) => bidder === own)} />
      </Section>
    );
  if (!allows(room, 'release-share')) return null;
  return (
    <Section title={t('sealed.opening')}>
      {allows(room, 'open-own-bid') && <OwnOpening room={room} />}
      <HolderOpening room={room} bids={bids} />
    </Section>
  );
}

/** The course of a sealed auction, instead of that of a price. */
export function SealedCourse({ room }: { room: Room }) {
  const { t } = useTranslation();
  return (
    <Section title={t('sealed.list')}>
      <Loaded query={useQuery(sealedBidsQuery(room))}>{({ items }) => <SealedBidsList room={room} bids={items} />}</Loaded>
    </Section>
  );
}
