import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useMarketClock } from '@/shared/live/use-market-clock.ts';
import { allows } from '@/shared/session/session.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { DemoMark, Mark } from '@/shared/ui/marks.tsx';
import { PageTitle, Section } from '@/shared/ui/page.tsx';
import { useWide } from '@/shared/ui/use-wide.ts';
import { AuctionMark } from '../auctions/auction-card.tsx';
import { isDutch } from '../descending/clock.ts';
import { type Room, sendBid, sendTake } from './api.ts';
import { AskedBid, BidPanel, BidState } from './bidding/bid-panel.tsx';
import { PinnedBar } from './bidding/pinned-bar.tsx';
import { useBidding } from './bidding/use-bidding.ts';
import { Announcer } from './display/announcer.tsx';
import { BidLog } from './display/bid-log.tsx';
import { Countdown } from './display/countdown.tsx';
import { LineChip } from './display/line-chip.tsx';
import { PriceBlock } from './display/price-block.tsx';
import { PriceHistory } from './display/price-history.tsx';
import { EnrolmentPanel } from './enrolment-panel.tsx';
import {
  AskedTake, BuyNowPanel, ClockBoard, MatchPanel, OfficerActs, ProxyPanel, Records, RoomSchedule, SealedCourse, SealedSide, TakeBar, TakePanel,
  TakeState, Terms,
} from './lazily.tsx';
import { useLotTitle } from './lot-title.ts';
import { Result } from './result.tsx';
import classes from './room.module.css';
import { useRoom } from './use-room.ts';

/** From here on (room.module.css) the bidding stands beside the course of the price. */
const SIDE_BY_SIDE_PX = 960;
const OFFICER_ACTS = ['propose', 'suspend', 'resume', 'cancel', 'record-preemption'];

export function RoomPage() {
  const { id = '' } = useParams();
  return <RoomOf key={id} id={id} />;
}

function RoomOf({ id }: { id: string }) {
  const { query, line, hub } = useRoom(id);
  return (
    <Loaded query={query}>
      {(room) => (
        <div className={classes.room}>
          <Top room={room} chip={<LineChip line={line} />} />
          <Body room={room} hub={hub} />
        </div>
      )}
    </Loaded>
  );
}

function Top({ room, chip }: { room: Room; chip: React.ReactNode }) {
  const { t } = useTranslation();
  const clock = useMarketClock();
  const title = useLotTitle(room.lot);
  return (
    <div className={classes.top}>
      <PageTitle title={title} />
      <div className={classes.topIn}>
        <div className={classes.heading}>
          <p className={classes.marks}>
            <AuctionMark status={room.position.status} />
            {isDutch(room.terms) && <Mark tone="quiet">{t('trading.protocol.Dutch')}</Mark>}
            {room.position.result === null && chip}
            {room.isDemo && <DemoMark />}
            <span className={`${classes.number} figures`}>{room.patentNumber}</span>
          </p>
          <h1>{title}</h1>
        </div>
        <div className={classes.board}>
          {isDutch(room.terms) ? (
            <ClockBoard room={room} market={clock} />
          ) : (
            <>
              <PriceBlock room={room} />
              <Countdown room={room} clock={clock} />
            </>
          )}
        </div>
      </div>
      <Announcer room={room} clock={clock} />
    </div>
  );
}

function Body({ room, hub }: { room: Room; hub: ReturnType<typeof useRoom>['hub'] }) {
  const { t } = useTranslation();
  const isClock = isDutch(room.terms);
  const bidding = useBidding(room.id, hub, isClock ? sendTake : sendBid);
  const isOpen = room.position.status === 'Open';
  const mayBid = allows(room, 'bid') && isOpen;
  const mayTake = allows(room, 'take-price') && isOpen;
  const clock = useMarketClock();
  const isNarrow = !useWide(SIDE_BY_SIDE_PX);
  const isOver = room.position.result !== null || room.position.status === 'Cancelled';
  // Beside the result, that a bid was once accepted would read as if it had won.
  const isTold = isOver && bidding.pending === null && bidding.outcome?.kind === 'accepted';
  return (
    <>
      <div className={classes.body}>
        <div className={classes.side}>
          <Result room={room} />
          {mayBid && (
            <Section title={t('trading.bid.title')}>
              <BidPanel room={room} bidding={bidding} isPinned={isNarrow} />
              {allows(room, 'set-proxy') && <ProxyPanel room={room} />}
              {allows(room, 'match-price') && <MatchPanel room={room} />}
              {mayTake && room.position.price === null && <BuyNowPanel room={room} />}
            </Section>
          )}
          {mayTake && isClock && (
            <Section title={t('trading.clock.title')}>
              <TakePanel room={room} bidding={bidding} isPinned={isNarrow} />
            </Section>
          )}
          {!mayBid && !mayTake && !isTold && (isClock ? <TakeState bidding={bidding} /> : <BidState bidding={bidding} />)}
          {room.terms.sealed && <SealedSide room={room} />}
          <Section title={t('trading.enrol.title')}>
            <EnrolmentPanel room={room} />
          </Section>
          {OFFICER_ACTS.some((act) => allows(room, act)) && <OfficerActs room={room} />}
          {isOver && <Section title={t('trading.records.title')}><Records room={room} /></Section>}
        </div>
        <div className={classes.maincol}>
          {room.terms.sealed ? <SealedCourse room={room} /> : <Course room={room} />}
          <Section title={t('trading.terms.title')}>
            <Terms room={room} />
          </Section>
          {!isOver && <Section title={t('trading.records.title')}><Records room={room} /></Section>}
        </div>
      </div>
      {mayBid && isNarrow && <PinnedBar room={room} clock={clock} bidding={bidding} />}
      {mayBid && <AskedBid room={room} bidding={bidding} />}
      {mayTake && isClock && isNarrow && <TakeBar room={room} bidding={bidding} />}
      {mayTake && isClock && <AskedTake room={room} bidding={bidding} />}
    </>
  );
}

function Course({ room }: { room: Room }) {
  const { t } = useTranslation();
  return (
    <>
      <Section title={t('trading.room.course')}>
        {isDutch(room.terms) ? <RoomSchedule room={room} /> : <PriceHistory room={room} />}
      </Section>
      <Section title={t('trading.room.log')} extra={<BidCount room={room} />}>
        <BidLog room={room} />
      </Section>
    </>
  );
}

function BidCount({ room: { position } }: { room: Room }) {
  const { t } = useTranslation();
  return (
    <span className={`${classes.count} figures`}>
      {t('trading.card.bids', { count: position.bidCount })} · {t('trading.card.bidders', { count: position.bidderCount })}
    </span>
  );
}
