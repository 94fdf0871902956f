import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { everyPaper, papersQuery, sheetOfPapers } from '../../features/trading/papers/api.ts';
import { paperKind } from '../../features/trading/papers/paper-kind.ts';
import { PaperRows } from '../../features/trading/papers/paper-rows.tsx';
import type { Server } from '../../shared/api/types.ts';
import { Pile } from './piles.tsx';

/** Every paper the centre has made, newest first. */
export function PaperPile() {
  const { t } = useTranslation();
  return (
    <Pile<Server['PaperListItem']>
      query={useInfiniteQuery(papersQuery(false))}
      words={(paper) => [paper.display, paper.number, paperKind(t, paper), paper.title]}
      rows={(items, label) => <PaperRows papers={items} label={label} />}
      sheet={async () => sheetOfPapers(t, await everyPaper(false))}
    />
  );
}
