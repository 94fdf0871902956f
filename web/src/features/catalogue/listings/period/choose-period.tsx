import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { Choice } from '@/shared/ui/choice.tsx';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import { announcedProfilesQuery, choosePeriod, type Period } from './api.ts';
import { Ground } from './ground.tsx';
import classes from './period.module.css';

/** The seller chooses: out for so many working days, or an auction at once where the rules allow that. */
export function ChoosePeriod({ period }: { period: Period }) {
  const { t } = useTranslation();
  const { bounds, chosen } = period;
  const least = Math.max(1, bounds.min);
  const [isAtOnce, setAtOnce] = useState(bounds.min === 0 && (chosen?.workingDays ?? 0) === 0);
  const [days, setDays] = useState(String(chosen?.workingDays || bounds.usual));
  const [profile, setProfile] = useState<string | null>(chosen?.profile ?? null);
  const [deposit, setDeposit] = useState<number | null>(chosen?.deposit?.fen ?? null);
  const profiles = (useQuery(announcedProfilesQuery).data?.items ?? []).filter(({ mayHost, isInForce }) => mayHost && isInForce);
  // What is agreed upon has no auction to announce rules for.
  const isAgreed = period.isAgreed ?? false;
  const code = isAgreed ? '' : (profile ?? profiles[0]?.id ?? '');
  const count = Number(days);
  const isSound = isAtOnce || (/^\d{1,3}$/.test(days) && count >= least && count <= bounds.max);
  const span = isAtOnce ? null : period.depositBounds;
  const isInSpan = !span || deposit === null || (deposit >= span.min.fen && deposit <= span.max.fen);
  const command = useCommand(
    (workingDays: number, commandId) =>
      choosePeriod(period.id, { workingDays, profile: code, ...(span && deposit !== null && { deposit: { fen: deposit, currency: 'CNY' } }) }, commandId),
    { done: t('catalogue.period.chosen') },
  );
  return (
    <Form name="period" layout="vertical" requiredMark={false} onFinish={() => command.mutate(isAtOnce ? 0 : count)}>
      <p className={classes.lead}>{t(isAgreed ? (period.isRepeatable ? 'catalogue.deal.chooseManyText' : 'catalogue.deal.chooseText') : 'catalogue.period.chooseText')}</p>
      {bounds.min === 0 && (
        <Choice
          label={t('catalogue.period.form')}
          value={isAtOnce ? 'at-once' : 'period'}
          options={[
            { value: 'period', label: t(isAgreed ? 'catalogue.deal.withPeriod' : 'catalogue.period.withPeriod') },
            { value: 'at-once', label: t(isAgreed ? 'catalogue.deal.atOnce' : 'catalogue.period.atOnce') },
          ]}
          onChange={(value) => setAtOnce(value === 'at-once')}
        />
      )}
      {!isAtOnce && (
        <>
          <Form.Item
            label={t('catalogue.period.days')}
            htmlFor="period-days"
            extra={t('catalogue.period.daysHint', { min: least, max: bounds.max })}
            {...(isSound ? {} : { validateStatus: 'error' as const, help: t('catalogue.period.daysHint', { min: least, max: bounds.max }) })}
          >
            <Input id="period-days" inputMode="numeric" maxLength={3} value={days} onChange={(event) => setDays(event.target.value)} />
          </Form.Item>
          <Ground bounds={bounds} />
        </>
      )}
      {span && span.max.fen >= span.min.fen && (
        <Form.Item
          label={t('catalogue.period.deposit')}
          htmlFor="period-deposit"
          extra={`${t('catalogue.period.depositHint', { min: formatYuan(span.min.fen), max: formatYuan(span.max.fen) })} ${span.source}`}
          {...(isInSpan ? {} : { validateStatus: 'error' as const })}
        >
          <MoneyInput id="period-deposit" value={deposit} onChange={setDeposit} />
        </Form.Item>
      )}
      {!isAgreed && (
        <Form.Item label={t('catalogue.period.profile')} htmlFor="period-profile" extra={t('catalogue.period.profileHint')}>
          <select id="period-profile" className={classes.select} value={code} onChange={(event) => setProfile(event.target.value)}>
            {profiles.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </select>
        </Form.Item>
      )}
      <Button htmlType="submit" disabled={!isSound || !isInSpan || (code === '' && !isAgreed)} loading={command.isPending}>{t('catalogue.period.choose')}</Button>
    </Form>
  );
}
