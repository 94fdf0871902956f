import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Server } from '@/shared/api/types.ts';
import { lotTitle } from '@/shared/format/lots.ts';
import { formatYuan } from '@/shared/format/money.ts';
import { paths } from '@/shared/paths.ts';
import { allows } from '@/shared/session/session.ts';
import { ExportButton } from '@/shared/ui/export-button.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Mark } from '@/shared/ui/marks.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { Rows } from '@/shared/ui/rows.tsx';
import { type Escrow, escrowQuery } from './api.ts';
import { Balanced, Book } from './book.tsx';
import { EnterReceipt } from './enter-receipt.tsx';
import { Receipts } from './receipts.tsx';
import { Refunds } from './refunds.tsx';
import { statementOf } from './statement.ts';

export function EscrowPage() {
  const { id = '' } = useParams();
  return <Loaded query={useQuery(escrowQuery(id))}>{(escrow) => <EscrowOf escrow={escrow} />}</Loaded>;
}

function EscrowOf({ escrow }: { escrow: Escrow }) {
  const { t } = useTranslation();
  return (
    <Page
      title={lotTitle(t, escrow)}
      acts={<ExportButton name={t('trading.statement.name')} sheet={() => statementOf(escrow, t)} />}
      lead={<>{t('trading.cashier.account', { account: escrow.custodyAccount })} <CaseLink escrow={escrow} /></>}
    >
      <Section title={t('trading.cashier.deposits')}><Deposits escrow={escrow} /></Section>
      {allows(escrow, 'enter-receipt') && (
        <Section title={t('trading.cashier.enter')}><EnterReceipt escrow={escrow} /></Section>
      )}
      <Section title={t('trading.cashier.receipts')}><Receipts escrow={escrow} /></Section>
      <Section title={t('trading.cashier.refunds')}><Refunds escrow={escrow} /></Section>
      <Section title={t('trading.cashier.book')} extra={<Balanced total={escrow.total.fen} />}>
        <Book escrow={escrow} />
      </Section>
    </Page>
  );
}

function CaseLink({ escrow: { auction, listing } }: { escrow: Escrow }) {
  const { t } = useTranslation();
  if (listing) return <Link to={paths.listing(listing)}>{t('trading.cashier.toListing')}</Link>;
  return auction && <Link to={paths.auction(auction)}>{t('trading.draft.toRoom')}</Link>;
}

function DepositMark({ state }: { state: NonNullable<Server['DepositState']> }) {
  const { t } = useTranslation();
  return <Mark tone={state === 'Received' || state === 'Over' ? 'green' : 'amber'}>{t(`trading.deposit.${state}`)}</Mark>;
}

function Deposits({ escrow }: { escrow: Escrow }) {
  const { t } = useTranslation();
  if (escrow.deposits.length === 0) return <p>{t(escrow.listing ? 'trading.cashier.noIntents' : 'trading.cashier.noDeposits')}</p>;
  return (
    <Rows
      label={t('trading.cashier.deposits')}
      rows={escrow.deposits.map((deposit) => ({
        key: String(deposit.enrolment),
        title: t('trading.cashier.enrolment', { number: deposit.enrolment, name: deposit.partyName }),
        text: t('trading.cashier.received', { received: formatYuan(deposit.received.fen), deposit: formatYuan(deposit.deposit.fen) }),
        end: (
          <>
            {deposit.bidder !== null && <Mark tone="blue">{t('trading.room.bidder', { number: deposit.bidder })}</Mark>}
            {deposit.state && <DepositMark state={deposit.state} />}
          </>
        ),
      }))}
    />
  );
}
