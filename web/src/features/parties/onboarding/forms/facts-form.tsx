import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '@/shared/api/command.ts';
import type { Server } from '@/shared/api/types.ts';
import { declareFacts, type Party } from '../api.ts';
import { FACTS } from '../kinds.ts';
import classes from '../onboarding.module.css';
import { ScanField } from './scan-field.tsx';

type Kind = Server['PartyFactKind'];

/** Facts that rules of sale read, each with the paper that shows it; none is an answer too. */
export function FactsForm({ party }: { party: Party }) {
  const { t } = useTranslation();
  const [evidence, setEvidence] = useState<Partial<Record<Kind, string>>>(
    Object.fromEntries(party.facts.map(({ kind, evidenceSha256 }) => [kind, evidenceSha256])),
  );
  const command = useCommand((facts: Server['FactForm'][], commandId) => declareFacts(party.id, facts, commandId), {
    done: t('kernel.act.saved'),
  });
  const facts = FACTS.filter((kind) => evidence[kind] !== undefined).map((kind) => ({ kind, evidenceSha256: evidence[kind] ?? '' }));
  const tick = (kind: Kind, on: boolean) => setEvidence(({ [kind]: _, ...rest }) => (on ? { ...rest, [kind]: '' } : rest));
  return (
    <div className={classes.stack}>
      <p className={classes.hint}>{t('parties.fact.hint')}</p>
      {FACTS.map((kind) => (
        <div key={kind} className={classes.scan} role="group" aria-label={t(`parties.fact.${kind}`)}>
          <Checkbox checked={evidence[kind] !== undefined} onChange={({ target }) => tick(kind, target.checked)}>
            {t(`parties.fact.${kind}`)}
          </Checkbox>
          {evidence[kind] !== undefined && (
            <ScanField
              party={party}
              value={evidence[kind]}
              onChange={(sha256) => setEvidence((before) => ({ ...before, [kind]: sha256 }))}
            />
          )}
        </div>
      ))}
      <div>
        <Button
          type="primary"
          disabled={facts.some(({ evidenceSha256 }) => evidenceSha256 === '')}
          loading={command.isPending}
          onClick={() => command.mutate(facts)}
        >
          {t('kernel.act.save')}
        </Button>
      </div>
    </div>
  );
}
