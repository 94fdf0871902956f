import { useTranslation } from 'react-i18next';
import { formatWan, formatYuan } from '@/shared/format/money.ts';
import { useLanguage } from '@/shared/i18n/use-language.ts';
import { Mark } from '@/shared/ui/marks.tsx';
import type { Room } from '../api.ts';
import classes from './display.module.css';

function labelOf({ position }: Room) {
  if (position.result?.outcome === 'Sold') return 'trading.card.final' as const;
  if (position.price) return position.result ? ('trading.card.highest' as const) : ('trading.card.price' as const);
  return 'trading.card.start' as const;
}

/** The price and how it stands to the start; up is red here, and says so with an arrow. */
export function PriceBlock({ room }: { room: Room }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { position, terms, mine } = room;
  const price = (position.price ?? position.result?.price ?? terms.startPrice).fen;
  const rise = price - terms.startPrice.fen;
  const own = mine?.bidder ?? null;
  const leads = own !== null && own === position.leader;
  return (
    <div className={classes.price}>
      <p className={classes.label}>{t(labelOf(room))}</p>
      <p className={`${classes.amount} figures`}>{formatYuan(price)}</p>
      <p className={`${classes.fine} figures`}>
        {language === 'zh-CN' && <span>{t('kernel.money.wan', { amount: formatWan(price) })}</span>}
        {rise > 0 && <span className={classes.up}>{t('trading.room.rise', { amount: formatYuan(rise) })}</span>}
      </p>
      <p className={classes.standing}>
        {position.result ? null : terms.sealed ? (
          <Mark tone="quiet">{t('trading.room.sealedCount', { count: position.bidCount })}</Mark>
        ) : position.leader === null ? (
          <Mark tone="quiet">{t('trading.room.noBids')}</Mark>
        ) : leads ? (
          <Mark tone="green">{t('trading.room.youLead')}</Mark>
        ) : (
          <Mark tone={own !== null ? 'amber' : 'quiet'}>
            {own !== null
              ? t('trading.room.othersLead', { number: position.leader })
              : t('trading.room.leads', { number: position.leader })}
          </Mark>
        )}
        {position.isReserveMet !== null && (
          <Mark tone={position.isReserveMet ? 'green' : 'amber'}>
            {position.isReserveMet ? t('trading.room.reserveMet') : t('trading.room.reserveNotMet')}
          </Mark>
        )}
      </p>
    </div>
  );
}
