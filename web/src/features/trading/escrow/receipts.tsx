import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { formatMinute } from '@/shared/format/dates.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { Mark } from '@/shared/ui/marks.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { assignReceipt, type Escrow, isPayerUnexpected, returnReceipt } from './api.ts';
import classes from './escrow.module.css';

type Receipt = Escrow['receipts'][number];

export function Receipts({ escrow }: { escrow: Escrow }) {
  const { t } = useTranslation();
  if (escrow.receipts.length === 0) return <p>{t('trading.cashier.noReceipts')}</p>;
  return (
    <Rows
      label={t('trading.cashier.receipts')}
      rows={escrow.receipts.map((receipt) => ({
        key: String(receipt.number),
        marks: <Mark tone={receipt.kind === 'Own' ? 'green' : 'red'}>{t(`trading.receipt.${receipt.kind}`)}</Mark>,
        title: `${formatYuan(receipt.amount.fen)} · ${receipt.payerName}`,
        text: t('trading.cashier.receiptLine', {
          serial: receipt.bankSerial,
          at: formatMinute(receipt.valueTime),
          account: receipt.payerAccount,
          purpose: receipt.purpose || '—',
        }),
        end: <ReceiptActs escrow={escrow} receipt={receipt} />,
      }))}
    />
  );
}

function ReceiptActs({ escrow, receipt }: { escrow: Escrow; receipt: Receipt }) {
  const { t } = useTranslation();
  const assign = useCommand((form: Server['AssignForm'], commandId) => assignReceipt(escrow.id, receipt.number, form, commandId), {
    done: t('trading.cashier.assigned'),
  });
  const asked = isPayerUnexpected(assign.error) ? assign.variables?.enrolment : undefined;
  return (
    <>
      {allows(receipt, 'assign') && (
        <Select<number>
          className={classes.assign ?? ''}
          aria-label={t('trading.cashier.assign')}
          placeholder={t('trading.cashier.assign')}
          loading={assign.isPending}
          onChange={(enrolment) => assign.mutate({ enrolment, fromThirdParty: false })}
          options={escrow.deposits.map(({ enrolment, partyName }) => ({
            value: enrolment,
            label: t('trading.cashier.enrolment', { number: enrolment, name: partyName }),
          }))}
        />
      )}
      {asked !== undefined && (
        <ActButton
          label={t('trading.cashier.assignThirdParty')}
          explain={t('trading.cashier.fromThirdParty')}
          done={t('trading.cashier.assigned')}
          act={(_, commandId) => assignReceipt(escrow.id, receipt.number, { enrolment: asked, fromThirdParty: true }, commandId)}
        />
      )}
      {allows(receipt, 'return') && (
        <ActButton
          label={t('trading.cashier.returnReceipt')}
          explain={t('trading.cashier.returnText')}
          done={t('trading.cashier.returned')}
          act={(_, commandId) => returnReceipt(escrow.id, receipt.number, commandId)}
        />
      )}
    </>
  );
}
