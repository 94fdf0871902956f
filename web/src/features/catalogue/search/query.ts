import type { Server } from '@/shared/api/types.ts';
import { parseFen } from '@/shared/format/money.ts';
import type { CatalogueQuery } from './api.ts';

export const TYPES = ['Invention', 'UtilityModel', 'Design'] as const satisfies readonly Server['PatentType'][];
export const STATUSES = ['ForSale', 'InAuction', 'Sold', 'NotListed'] as const satisfies readonly Server['MarketStatus'][];
export const SORTS = ['Relevance', 'Newest', 'PriceUp', 'PriceDown'] as const satisfies readonly Server['CatalogueSort'][];

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text);

/** The question to the server from the page's address; what makes no sense there is left out. Prices stand in 万元. */
export function readQuery(search: URLSearchParams): CatalogueQuery {
  const q = search.get('q')?.trim();
  const type = oneOf(TYPES, search.get('type'));
  const status = oneOf(STATUSES, search.get('status'));
  const sort = oneOf(SORTS, search.get('sort'));
  const priceMin = parseFen(search.get('from') ?? '', 'wan');
  const priceMax = parseFen(search.get('to') ?? '', 'wan');
  return {
    ...(q && { q }),
    ...(type && { type }),
    ...(status && { status }),
    ...(sort && { sort }),
    ...(priceMin !== null && { priceMin }),
    ...(priceMax !== null && { priceMax }),
  };
}
