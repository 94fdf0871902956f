import { useTranslation } from 'react-i18next';
import { allows } from '@/shared/session/session.ts';
import { DutySteps } from '@/shared/ui/duty-steps.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { AccountForm } from './forms/account-form.tsx';
import { AffiliatesForm } from './forms/affiliates-form.tsx';
import { AgreementsPanel } from './forms/agreements-panel.tsx';
import type { Party } from './api.ts';
import { FactsForm } from './forms/facts-form.tsx';
import { ContactsForm } from './forms/contacts-form.tsx';
import { IdentityForm } from './forms/identity-form.tsx';
import { InvoiceData } from './forms/invoice-form.tsx';
import { Members } from './forms/members.tsx';
import classes from './onboarding.module.css';
import { ScanLink } from './scan-link.tsx';

/** A form starts anew when what it edits has changed, and only then: saving one keeps what is typed in the others. */
const keyOf = (...saved: unknown[]): string => JSON.stringify(saved);

/** The whole form of a party, open where the server lets this person edit it; the same for member and desk. */
export function PartyPanels({ party }: { party: Party }) {
  const { t } = useTranslation();
  const edits = allows(party, 'edit');
  return (
    <>
      {party.status === 'Suspended' && party.suspension && (
        <p className={classes.note} role="note">{t(`parties.suspension.${party.suspension}`)}</p>
      )}
      {party.returned.length > 0 && (
        <div className={classes.note} role="note">
          <h2>{t('parties.organisation.returned')}</h2>
          <ul>
            {party.returned.map(({ item, reason }) => (
              <li key={item}>{t('parties.organisation.returnedItem', { item: t(`parties.item.${item}`), reason })}</li>
            ))}
          </ul>
        </div>
      )}
      {party.route.length > 0 && (
        <Section title={t('parties.duty.title')}>
          <DutySteps route={party.route} steps={party.steps} />
        </Section>
      )}
      <Section title={t('parties.organisation.identity')}>
        {edits ? <IdentityForm key={keyOf(party.kinds, party.name, party.creditCode, party.idNumber, party.legalRepresentative, party.licenceSha256)} party={party} /> : <Identity party={party} />}
      </Section>
      <Section title={t('parties.organisation.contacts')}>
        {edits ? (
          <ContactsForm key={keyOf(party.mobile, party.mail)} party={party} />
        ) : (
          <Facts facts={[[t('parties.item.Mobile'), party.mobile], [t('parties.signIn.email'), party.mail]]} />
        )}
      </Section>
      <Section title={t('parties.item.BankAccount')}>
        {edits ? (
          <AccountForm key={keyOf(party.accountNumber, party.bank)} party={party} />
        ) : (
          <Facts facts={[[t('parties.organisation.bank'), party.bank], [t('parties.organisation.accountNumber'), party.accountNumber]]} />
        )}
      </Section>
      {!party.isNaturalPerson && (
        <Section title={t('parties.item.InvoiceData')}>
          {edits ? <InvoiceData key={keyOf(party.invoice)} party={party} /> : <Invoice party={party} />}
        </Section>
      )}
      <Section title={t('parties.item.Facts')}>
        {edits ? <FactsForm key={keyOf(party.facts)} party={party} /> : <FactsOf party={party} />}
      </Section>
      <Section title={t('parties.item.Affiliates')}>
        {edits ? <AffiliatesForm key={keyOf(party.affiliates)} party={party} /> : <Affiliates party={party} />}
      </Section>
      <Section title={t('parties.organisation.members')}>
        <Members party={party} />
      </Section>
      <Section title={t('parties.item.Agreements')}>
        <AgreementsPanel party={party} />
      </Section>
    </>
  );
}

function Invoice({ party: { invoice } }: { party: Party }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        [t('parties.invoice.kind'), invoice && t(`parties.invoice.${invoice.kind}`)],
        [t('parties.invoice.address'), invoice?.address],
        [t('parties.invoice.telephone'), invoice?.telephone],
        [t('parties.invoice.mail'), invoice?.mail],
      ]}
    />
  );
}

function FactsOf({ party }: { party: Party }) {
  const { t } = useTranslation();
  const { facts } = party;
  if (facts.length === 0) return <p>{t('parties.fact.none')}</p>;
  return (
    <Facts
      facts={facts.map(({ kind, evidenceSha256 }) => [
        t(`parties.fact.${kind}`),
        evidenceSha256 && <ScanLink key={kind} party={party} sha256={evidenceSha256} />,
      ])}
    />
  );
}

function Affiliates({ party: { affiliates } }: { party: Party }) {
  const { t } = useTranslation();
  if (affiliates === null) return <p>{t('parties.affiliate.undeclared')}</p>;
  if (affiliates.length === 0) return <p>{t('parties.affiliate.none')}</p>;
  return (
    <Facts
      facts={affiliates.map(({ relation, name, creditCode }) => [
        t(`parties.affiliate.${relation}`),
        [name, creditCode].filter(Boolean).join(' · '),
      ])}
    />
  );
}

function Identity({ party }: { party: Party }) {
  const { t } = useTranslation();
  return (
    <Facts
      facts={[
        [t('parties.item.Name'), party.name],
        [t('parties.organisation.kinds'), party.kinds.map((kind) => t(`parties.kind.${kind}`)).join(t('kernel.list.separator'))],
        party.isNaturalPerson
          ? [t('parties.item.IdNumber'), party.idNumber]
          : [t('parties.item.CreditCode'), party.creditCode],
        ...(party.isNaturalPerson ? [] : ([[t('parties.item.LegalRepresentative'), party.legalRepresentative]] as const)),
        [
          t(party.isNaturalPerson ? 'parties.organisation.idScan' : 'parties.item.Licence'),
          party.licenceSha256 && <ScanLink key="l" party={party} sha256={party.licenceSha256} />,
        ],
      ]}
    />
  );
}
