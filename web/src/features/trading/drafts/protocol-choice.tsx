import { useQuery } from '@tanstack/react-query';
import { Form, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { profilesQuery } from './api.ts';
import classes from './drafts.module.css';
import type { Fields } from './terms-fields.ts';

type Protocol = Server['BiddingProtocol'];

/** What a seller may propose where some rule of this market has it; the profile, which the centre chooses, decides. */
const PROPOSED: readonly Protocol[] = ['English', 'Dutch', 'SealedFirstPrice', 'Vickrey'];
const EXPLAINED: Partial<Record<Protocol, 'trading.protocol.explainDutch' | 'trading.draft.sealedHint'>> = {
  Dutch: 'trading.protocol.explainDutch',
  SealedFirstPrice: 'trading.draft.sealedHint',
  Vickrey: 'trading.draft.sealedHint',
};

interface ProtocolChoiceProps {
  fields: Partial<Fields>;
  /** Those the chosen profile allows and the market has; none chosen: whatever may be proposed. */
  protocols?: readonly Protocol[] | undefined;
  hint: (name: 'protocol' | 'interval', usual?: string) => ReactNode;
}

/** How bids are taken, said in a sentence; of a falling clock its interval. */
export function ProtocolChoice({ fields, protocols, hint }: ProtocolChoiceProps) {
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
