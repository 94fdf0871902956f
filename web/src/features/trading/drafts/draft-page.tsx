import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCommand } from '@/shared/api/command.ts';
import { paths } from '@/shared/paths.ts';
import { allows } from '@/shared/session/session.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { DutySteps } from '@/shared/ui/duty-steps.tsx';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { AuctionMark } from '../auctions/auction-card.tsx';
import { type Room, roomQuery } from '../room/api.ts';
import { useLotTitle } from '../room/lot-title.ts';
import { Terms as TermsView } from '../room/terms.tsx';
import { draftAuction, profilesQuery, publishAuction, type Terms } from './api.ts';
import { TermsForm } from './terms-form.tsx';

/** The desk's page of one auction before it is announced: draft it, or review and publish it. */
export function DraftPage() {
  const { id = '' } = useParams();
  return <Loaded query={useQuery(roomQuery(id))}>{(room) => <DraftOf room={room} />}</Loaded>;
}

function DraftOf({ room }: { room: Room }) {
  const { t } = useTranslation();
  const title = useLotTitle(room.lot);
  return (
    <Page
      narrow
      title={title}
      lead={
        <>
          <AuctionMark status={room.position.status} /> {room.sellerName}{' '}
          <Link to={paths.auction(room.id)}>{t('trading.draft.toRoom')}</Link>
        </>
      }
      acts={
        allows(room, 'publish') && (
          <ActButton
            primary
            label={t('trading.draft.publish')}
            explain={t('trading.draft.publishText')}
            done={t('trading.draft.published')}
            act={(_, commandId) => publishAuction(room.id, commandId)}
          />
        )
      }
    >
      {room.route.length > 0 && (
        <Section title={t('parties.duty.title')}>
          <DutySteps route={room.route} steps={room.steps} note={room.dutyNote} />
        </Section>
      )}
      <Section title={t('trading.terms.title')}>
        {allows(room, 'draft') ? <Edit key={room.version} room={room} /> : <TermsView room={room} />}
      </Section>
    </Page>
  );
}

function Edit({ room }: { room: Room }) {
  const { t } = useTranslation();
  const profiles = useQuery(profilesQuery);
  const [chosen, setChosen] = useState<string | null>(room.profile?.id ?? null);
  const profile = chosen ?? profiles.data?.items[0]?.id ?? null;
  const described = profiles.data?.items.find(({ id }) => id === profile);
  const command = useCommand(
    (wish: { profile: string; terms: Terms }, commandId) => draftAuction(room.id, wish.profile, wish.terms, commandId),
    { done: t('trading.draft.drafted') },
  );
  return (
    <TermsForm
      terms={room.terms}
      profile={described}
      submitLabel={t('trading.draft.save')}
      isSaving={command.isPending}
      onSave={(terms) => profile && command.mutate({ profile, terms })}
    >
      <div style={{ marginBottom: 20 }}>
        <label htmlFor="profile">{t('trading.terms.profile')}</label>
        <Select
          id="profile"
          style={{ width: '100%' }}
          value={profile}
          loading={profiles.isPending}
          onChange={setChosen}
          options={(profiles.data?.items ?? []).filter(({ isInForce }) => isInForce).map(({ id, name }) => ({ value: id, label: name }))}
        />
        {described && (
          <>
            <p>{described.description}</p>
            <p><Link to={paths.rules(described.id, described.version)}>{t('trading.draft.toRules')}</Link></p>
            {!described.mayHost && <p role="note">{t('trading.draft.notHosted')}</p>}
          </>
        )}
      </div>
    </TermsForm>
  );
}
