import { useQuery } from '@tanstack/react-query';
import { Form, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { formatSecond } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { profilesQuery } from '../drafts/api.ts';
import { clockEnd, clockOf, type Fields } from '../drafts/terms-fields.ts';
import { pricesOf } from './clock.ts';
import classes from './descending.module.css';
import { Schedule } from './schedule.tsx';

type Protocol = Server['BiddingProtocol'];

/** What a seller may propose where some rule of this market has it; the profile, which the centre chooses, decides. */
const PROPOSED: readonly Protocol[] = ['English', 'Dutch', 'SealedFirstPrice', 'Vickrey'];
const EXPLAINED: Partial<Record<Protocol, 'trading.protocol.explainDutch' | 'trading.draft.sealedHint'>> = {
  Dutch: 'trading.protocol.explainDutch',
  SealedFirstPrice: 'trading.draft.sealedHint',
  Vickrey: 'trading.draft.sealedHint',
};
const SECOND = 1_000;

interface ProtocolFieldsProps {
  fields: Partial<Fields>;
  /** Those the chosen profile allows and the market has; none chosen: whatever may be proposed. */
  protocols?: readonly Protocol[] | undefined;
  hint: (name: 'protocol' | 'interval', usual?: string) => ReactNode;
}

/** How bids are taken, said in a sentence; of a falling clock its interval. */
export function ProtocolFields({ fields, protocols, hint }: ProtocolFieldsProps) {
  const { t } = useTranslation();
  const chosen = fields.protocol ?? 'English';
  const known = useQuery(profilesQuery).data?.items.flatMap((profile) => profile.protocols) ?? [];
  const offered = protocols ?? PROPOSED.filter((protocol) => known.includes(protocol));
  // What was proposed stays to be seen, with why it is not allowed.
  const shown = offered.includes(chosen) ? offered : [...offered, chosen];
  return (
    <>
      <Form.Item
        name="protocol"
        label={t('trading.protocol.term')}
        extra={hint('protocol', t(EXPLAINED[chosen] ?? 'trading.protocol.explainEnglish'))}
      >
        <Select options={shown.map((value) => ({ value, label: t(`trading.protocol.${value}`) }))} />
      </Form.Item>
      {chosen === 'Dutch' && (
        <Form.Item
          name="interval"
          label={t('trading.clock.intervalField')}
          extra={hint('interval', t('trading.clock.intervalHint'))}
          rules={[{ required: true, message: t('parties.signIn.required') }]}
        >
          <InputNumber<number> min={1} max={86_400} precision={0} className={classes.wide ?? ''} />
        </Form.Item>
      )}
    </>
  );
}

interface ClockPreviewProps {
  fields: Partial<Fields>;
  /** What the profile says of the length and the end, which follow from the clock. */
  hint: ReactNode;
}

/** The clock as it would run, told anew with every figure typed. */
export function ClockPreview({ fields, hint }: ClockPreviewProps) {
  const { t } = useTranslation();
  const prices = pricesOf(clockOf(fields));
  const end = clockEnd(fields);
  const interval = (fields.interval ?? 0) * SECOND;
  if (!prices) return <p className={classes.preview} role="note">{t('trading.clock.noPreview')}</p>;
  const opens = end === null ? null : Date.parse(end) - prices.length * interval;
  return (
    <div className={classes.preview}>
      <p className="figures" aria-live="polite">
        {t('trading.clock.preview', {
          start: formatYuan(prices[0] ?? 0), floor: formatYuan(prices.at(-1) ?? 0), count: prices.length,
        })}{' '}
        {end !== null && t('trading.clock.previewEnd', { at: formatSecond(end) })}
      </p>
      {hint}
      <details>
        <summary>{t('trading.clock.schedule')}</summary>
        <Schedule prices={prices} opens={opens} interval={interval} />
      </details>
    </div>
  );
}
