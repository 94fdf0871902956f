import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { Choice } from '@/shared/ui/choice.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { startParty } from './api.ts';
import { ORGANISATION_KINDS } from './kinds.ts';
import classes from './onboarding.module.css';

export function StartParty() {
  const { t } = useTranslation();
  const [isPerson, setPerson] = useState(false);
  const [kinds, setKinds] = useState<Server['PartyKind'][]>(['Enterprise']);
  const command = useCommand((body: Server['NewParty'], commandId) => startParty(body, commandId), {
    done: t('parties.organisation.started'),
  });
  return (
    <Section title={t('parties.organisation.who')}>
      <Choice
        label={t('parties.organisation.who')}
        value={isPerson ? 'person' : 'organisation'}
        onChange={(value) => setPerson(value === 'person')}
        options={[
          { value: 'organisation', label: t('parties.organisation.organisation') },
          { value: 'person', label: t('parties.organisation.person') },
        ]}
      />
      {!isPerson && (
        <Checkbox.Group<Server['PartyKind']>
          className={classes.kinds ?? ''}
          value={kinds}
          onChange={setKinds}
          options={ORGANISATION_KINDS.map((value) => ({ value, label: t(`parties.kind.${value}`) }))}
        />
      )}
      <Button
        type="primary"
        size="large"
        disabled={!isPerson && kinds.length === 0}
        loading={command.isPending}
        onClick={() => command.mutate({ isNaturalPerson: isPerson, kinds: isPerson ? ['NaturalPerson'] : kinds })}
      >
        {t('parties.organisation.start')}
      </Button>
    </Section>
  );
}
