import { useTranslation } from 'react-i18next';
import { formatSecond } from '@/shared/format/dates.ts';
import { Amount } from '@/shared/ui/amount.tsx';
import { Facts } from '@/shared/ui/facts.tsx';
import { KeysView } from './keys-view.tsx';
import { partOf, PARTS, stateOf } from './parts.ts';
import classes from './proofs.module.css';
import { useKeyStates } from './use-key-states.ts';
import type { Finding } from './verify.ts';

const SIGNS = { holds: '✓', broken: '✕', open: '–', absent: '–' } as const;

const BIDS = ['bid-placed/1', 'proxy-set/1', 'price-matched/1', 'price-taken/1', 'bid-sealed/1'].map((type) => `trading.auction.${type}`);

/** What was checked, step by step, and what came of it. */
export function FindingView({ name, finding }: { name: string; finding: Finding }) {
  const { t } = useTranslation();
  const states = useKeyStates(finding.keys);
  const isWhole = finding.result === 'Sound';
  // Whole, but signed by somebody else: a forgery in good form.
  const isForeign = isWhole && states.includes('unknown');
  const isSound = isWhole && !isForeign;
  const kind = finding.kind ?? 'events';
  return (
    <div className={classes.finding}>
      <div className={isSound ? `${classes.verdict} ${classes.good}` : `${classes.verdict} ${classes.bad}`}>
        <span aria-hidden="true" className={classes.sign}>{isSound ? '✓' : '✕'}</span>
        <div>
          <h3>{isSound ? t('verifying.sound', { name }) : t('verifying.broken', { name })}</h3>
          <p>
            {isForeign ? t('verifying.foreign') : isSound ? t(`verifying.kind.${kind}`) : <Wrong finding={finding} />}
          </p>
        </div>
      </div>
      {finding.result !== 'NotAnEventFile' && (
        <ol className={classes.parts}>
          {PARTS.map((part) => {
            const state = isForeign && part === 'signature' ? 'broken' : stateOf(part, finding);
            return (
              <li key={part} className={state === 'broken' ? classes.wrong : undefined}>
                <span aria-hidden="true" className={classes.mark}>{SIGNS[state]}</span>
                <span>{t(`verifying.part.${part}`)}</span>
                <span className={classes.state}>{t(`verifying.state.${state}`)}</span>
              </li>
            );
          })}
        </ol>
      )}
      {isSound && <Outcome finding={finding} />}
      {isWhole && finding.keys.length > 0 && <KeysView keys={finding.keys} states={states} />}
      {isSound && finding.kind === 'events' && <p>{t('verifying.unsigned')}</p>}
    </div>
  );
}

function Wrong({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  if (finding.result === 'NotAnEventFile') return t('verifying.noFile');
  return t('verifying.wrongLine', {
    line: finding.line,
    part: t(`verifying.part.${partOf(finding.field)}`),
    field: finding.field ?? 'line',
  });
}

/** Price, extensions and winner as the bids lead to them; of a receipt, the bid. */
function Outcome({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { replay } = finding;
  const bid = replay ? undefined : finding.records.find(({ type }) => BIDS.includes(type));
  const placed = bid && (JSON.parse(bid.public) as { bidder: number; amount?: { fen: number }; digest?: string });
  return (
    <Facts
      facts={[
        [t('verifying.auction'), finding.stream],
        [t('verifying.records'), replay ? String(finding.version) : String(finding.records.length)],
        ...(finding.kind === 'events' ? [] : [[t('verifying.signatures'), String(finding.signatures)] as const]),
        ...(replay
          ? ([
              [t('verifying.heads'), String(finding.heads)],
              [t('verifying.price'), replay.best && <Amount key="p" fen={replay.best.fen} />],
              [t('verifying.extensions'), String(replay.extensions)],
              ...(replay.undisclosedMaxima > 0
                ? [[t('verifying.maxima'), t('verifying.maximaText', { count: replay.undisclosedMaxima })] as const]
                : []),
              [
                t('verifying.winner'),
                replay.result?.isSold && replay.best
                  ? t('trading.room.bidder', { number: replay.best.bidder })
                  : t(`trading.status.${replay.result ? 'Closed' : replay.status}`),
              ],
            ] as const)
          : []),
        ...(bid && placed
          ? ([
              [t('trading.room.by'), t('trading.room.bidder', { number: placed.bidder })],
              [t('trading.room.amount'), placed.amount ? <Amount key="a" fen={placed.amount.fen} /> : t('verifying.sealedAs', { digest: placed.digest })],
              [t('trading.room.time'), formatSecond(bid.at / 1_000)],
              [t('verifying.inclusion'), t(finding.hasInclusion ? 'verifying.included.yes' : 'verifying.included.notYet')],
            ] as const)
          : []),
        ...(bid?.secret === undefined ? [] : [[t('verifying.disclosed'), <code key="s" className={classes.hash}>{bid.secret}</code>] as const]),
      ]}
    />
  );
}
