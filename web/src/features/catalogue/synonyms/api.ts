import { queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';

export type SynonymGroup = Server['SynonymGroupView'];
export type SynonymList = Server['SynonymsView'];

export const TERMS_MAX = 12;
export const TERM_CHARS_MAX = 60;

export const synonymsQuery = queryOptions({
  queryKey: ['synonyms'],
  queryFn: ({ signal }) => answered(api.GET('/api/synonyms', { signal })),
});

export interface Setting {
  version: number;
  groups: SynonymGroup[];
}

/** The whole list at once, as it was made from this version: what somebody else did meanwhile is never lost unseen. */
export const setSynonyms = ({ version, groups }: Setting, commandId: string) =>
  answered(api.PUT('/api/synonyms', { params: { header: writing(commandId, version) }, body: { groups } }));

export const resetSynonyms = (commandId: string) =>
  answered(api.DELETE('/api/synonyms', { params: { header: writing(commandId) } }));
