import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatMinute } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { Amount } from '@/shared/ui/amount.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import { MoneyInput } from '@/shared/ui/money-input.tsx';
import type { Listing } from '../api.ts';
import { fileIntent, type Period, withdrawIntent } from './api.ts';
import { FormButton } from '@/shared/ui/form-button.tsx';
import { stateOf } from './intent-state.ts';
import classes from './period.module.css';

interface Fields {
  price?: number | null;
  proposal?: string;
  accepts: boolean;
}

/** 意向登记: file, confirm under a new notice, step back. What it asks for is the mode's. */
export function IntentActs({ listing, period, profile }: { listing: Listing; period: Period; profile: string }) {
  const { t } = useTranslation();
  const { id, myIntent } = period;
  const mayConfirm = allows(period, 'confirm-intent');
  const { isAgreed = false, takesOffers = false } = period;
  const mode = listing.offer.mode ?? 'Sale';
  const deposit = period.chosen?.deposit;
  const asked = (listing.offer.askingPrice ?? listing.offer.modeTerms?.price?.startPrice)?.fen;
  // A price that no notice announced is a beginning of talks.
  const least = isAgreed && !period.endsAt ? 1 : (asked ?? 1);
  const filing = t(isAgreed ? `catalogue.deal.file.${mode}` : 'catalogue.period.fileIntent');
  return (
    <>
      {myIntent && <div className={classes.own}><MyIntent intent={myIntent} /></div>}
      {myIntent && stateOf(myIntent) === 'unpaid' && (
        <p className={classes.warning} role="note">{t('catalogue.period.payDue', { amount: formatYuan(myIntent.deposit?.due.fen ?? 0), number: myIntent.number })}</p>
      )}
      {deposit && allows(period, 'file-intent') && <p role="note">{t(isAgreed ? 'catalogue.period.depositAsked' : 'catalogue.period.depositAskedAuction', { amount: formatYuan(deposit.fen) })}</p>}
      {mayConfirm && <p className={classes.warning} role="note">{t('catalogue.period.confirmDue')}</p>}
      <div className={classes.acts}>
        {(allows(period, 'file-intent') || mayConfirm) && (
          <FormButton<Fields>
            primary
            label={mayConfirm ? t('catalogue.period.confirmIntent') : filing}
            explain={isAgreed ? t(mode === 'OpenLicence' ? 'catalogue.deal.fileOpenText' : 'catalogue.deal.fileText') : t('catalogue.period.fileText', { profile })}
            initial={{ price: myIntent?.price?.fen ?? (isAgreed ? null : (asked ?? null)), proposal: myIntent?.proposal ?? '', accepts: false }}
            done={t(isAgreed ? 'catalogue.deal.filed' : 'catalogue.period.intentFiled')}
            send={({ price, proposal, accepts }, commandId) =>
              fileIntent(
                id,
                {
                  notice: period.notice,
                  price: price ? { fen: price, currency: 'CNY' } : null,
                  acceptsTerms: accepts,
                  ...(isAgreed && { proposal: proposal?.trim() || null }),
                },
                commandId,
              )}
          >
            {(!isAgreed || takesOffers) && (
              <Form.Item
                name="price"
                label={t(isAgreed ? 'catalogue.deal.offer' : 'catalogue.period.price')}
                rules={[{ required: !isAgreed, type: 'number', min: least, message: t('catalogue.period.priceBelow') }]}
              >
                <MoneyInput />
              </Form.Item>
            )}
            {isAgreed && (
              <Form.Item name="proposal" label={t('catalogue.deal.proposal')} extra={t('catalogue.deal.proposalHint')}>
                <Input.TextArea rows={3} maxLength={1_000} />
              </Form.Item>
            )}
            <Form.Item
              name="accepts"
              valuePropName="checked"
              rules={[{ validator: (_, value) => (value === true ? Promise.resolve() : Promise.reject(new Error(t('catalogue.period.acceptMissing')))) }]}
            >
              <Checkbox>{isAgreed ? t('catalogue.deal.accept') : t('catalogue.period.accept', { notice: period.notice })}</Checkbox>
            </Form.Item>
          </FormButton>
        )}
        {allows(period, 'withdraw-intent') && (
          <ActButton
            label={t('catalogue.period.withdrawIntent')}
            explain={t(isAgreed ? 'catalogue.deal.withdrawText' : 'catalogue.period.withdrawText')}
            done={t('catalogue.period.intentWithdrawn')}
            act={(_, commandId) => withdrawIntent(id, commandId)}
          />
        )}
      </div>
    </>
  );
}

function MyIntent({ intent }: { intent: NonNullable<Period['myIntent']> }) {
  const { t } = useTranslation();
  const state = stateOf(intent);
  return (
    <Facts
      facts={[
        [t('catalogue.period.mine'), t(`catalogue.period.intent.${state}`)],
        ...(intent.price ? [[t('catalogue.period.price'), <Amount key="p" fen={intent.price.fen} />] as const] : []),
        ...(intent.proposal ? [[t('catalogue.deal.proposal'), intent.proposal] as const] : []),
        [t('catalogue.period.filedAt'), formatMinute(intent.filedAt)],
        ...(intent.deposit ? [[t('catalogue.period.deposit'), <Amount key="d" fen={intent.deposit.due.fen} />] as const] : []),
        ...(state === 'unpaid' && intent.custodyAccount ? [[t('catalogue.period.payTo'), intent.custodyAccount] as const] : []),
      ]}
    />
  );
}
