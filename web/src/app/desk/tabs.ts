/** The desk's piles in their order: what waits first, then what is to look after. */
export const TABS = ['listings-submitted', 'listings-handled', 'periods', 'auctions', 'parties', 'listings-published', 'papers'] as const;
export type Tab = (typeof TABS)[number];
