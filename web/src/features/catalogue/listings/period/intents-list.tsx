import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '@/shared/format/dates.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Mark } from '@/shared/ui/marks.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { intentsQuery } from './api.ts';
import { isGood, stateOf } from './intent-state.ts';

/** The intents as the seller and the centre see them: until the end the seller is told the number only. */
export function IntentsList({ listing }: { listing: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t('catalogue.period.intents')}>
      <Loaded query={useQuery(intentsQuery(listing))}>
        {({ count, areShown, items }) =>
          !areShown ? (
            <p>{t('catalogue.period.countOnly', { count })}</p>
          ) : items.length === 0 ? (
            <p>{t('catalogue.period.noIntents')}</p>
          ) : (
            <Rows
              label={t('catalogue.period.intents')}
              rows={items.map((intent) => ({
                key: String(intent.number),
                marks: <Mark tone={isGood(stateOf(intent)) ? 'green' : 'quiet'}>{t(`catalogue.period.intent.${stateOf(intent)}`)}</Mark>,
                title: intent.partyName || t('catalogue.period.erased'),
                text: [t('catalogue.period.filed', { number: intent.number, at: formatMinute(intent.filedAt) }), intent.proposal].filter(Boolean).join(' · '),
                end: intent.price ? <Amount fen={intent.price.fen} /> : undefined,
              }))}
            />
          )}
      </Loaded>
    </Section>
  );
}
