import type { Server } from '@/shared/api/types.ts';
import { parseFen } from '@/shared/format/money.ts';
import { readRanges } from '../technology/ranges.ts';
import { FIELDS, ROUTES } from '../technology/choices.ts';
import { MODES } from '../encumbrances/api.ts';
import type { CatalogueQuery } from './api.ts';

export const TYPES = ['Invention', 'UtilityModel', 'Design'] as const satisfies readonly Server['PatentType'][];
export const STATUSES = ['ForSale', 'InAuction', 'Sold', 'Suspended', 'NotListed'] as const satisfies readonly Server['MarketStatus'][];
export const SORTS = ['Relevance', 'Newest', 'Oldest', 'PriceUp', 'PriceDown'] as const satisfies readonly Server['CatalogueSort'][];

export const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text);

const allOf = <T extends string>(values: readonly T[], texts: readonly string[]): T[] =>
  values.filter((value) => texts.includes(value));

const YEAR = /^(19|2[0-9])\d\d$/;

/** The question to the server from the page's address; what makes no sense there is left out. Prices stand in 万元. */
export function readQuery(search: URLSearchParams): CatalogueQuery {
  const q = search.get('q')?.trim();
  const type = allOf(TYPES, search.getAll('type'));
  const status = allOf(STATUSES, search.getAll('status'));
  const ipc = search.getAll('ipc').filter(Boolean);
  const holder = search.getAll('holder').filter(Boolean);
  const year = search.getAll('year').filter((text) => YEAR.test(text)).map(Number);
  const mode = allOf(MODES, search.getAll('mode'));
  const field = allOf(FIELDS, search.getAll('field'));
  const route = allOf(ROUTES, search.getAll('route'));
  const sort = oneOf(SORTS, search.get('sort'));
  const priceMin = parseFen(search.get('from') ?? '', 'wan');
  const priceMax = parseFen(search.get('to') ?? '', 'wan');
  return {
    facets: true,
    ...(q && { q }),
    ...(type.length > 0 && { type }),
    ...(status.length > 0 && { status }),
    ...(ipc.length > 0 && { ipc }),
    ...(holder.length > 0 && { holder }),
    ...(year.length > 0 && { year }),
    ...(mode.length > 0 && { mode }),
    ...(field.length > 0 && { field }),
    ...(route.length > 0 && { route }),
    ...readRanges(search),
    ...(sort && { sort }),
    ...(priceMin !== null && { priceMin }),
    ...(priceMax !== null && { priceMax }),
  };
}
