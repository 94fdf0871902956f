/** Every address of the web application; nothing else spells one. */
const segment = encodeURIComponent;

export const paths = {
  home: '/',
  catalogue: '/catalogue',
  catalogueOf: (ipc: string) => `/catalogue?ipc=${segment(ipc)}`,
  ipc: '/catalogue/ipc',
  savedSearches: '/saved-searches',
  compare: (numbers: readonly string[]) => `/catalogue/compare?${numbers.map((number) => `number=${segment(number)}`).join('&')}`,
  catalogueFile: (format: string, query: string) => `/api/catalogue/export?format=${format}&${query}`,
  recordPatent: (number?: string) => (number ? `/patents/new?number=${segment(number)}` : '/patents/new'),
  patent: (number: string) => `/patents/${segment(number)}`,
  myListings: '/listings',
  myIntents: '/intents',
  newListing: (patent?: string) => (patent ? `/listings/new?patent=${segment(patent)}` : '/listings/new'),
  listing: (id: string) => `/listings/${segment(id)}`,
  auctions: '/auctions',
  auction: (id: string) => `/auctions/${segment(id)}`,
  allRules: '/rules',
  rules: (code: string, version?: number) => `/rules/${segment(code)}${version === undefined ? '' : `?version=${String(version)}`}`,
  proposeAuction: (listing: string) => `/listings/${segment(listing)}/auction`,
  proposeAgain: (id: string) => `/auctions/${segment(id)}/propose`,
  draftAuction: (id: string) => `/desk/auctions/${segment(id)}`,
  party: (id: string) => `/desk/parties/${segment(id)}`,
  escrow: (id: string) => `/cashier/${segment(id)}`,
  setPassword: '/set-password',
  desk: '/desk',
  imports: '/imports',
  synonyms: '/desk/synonyms',
  importOf: (id: string) => `/imports?import=${segment(id)}`,
  cashier: '/cashier',
  organisation: '/organisation',
  administration: '/administration',
  paper: (number: string) => `/papers/${segment(number)}`,
  papers: '/papers',
  notices: '/notices',
  myPapers: '/organisation/papers',
  paperFile: (number: string) => `/api/papers/${segment(number)}/file`,
  verifying: '/verifying',
  holderKey: '/holder-key',
  signIn: (from?: string) => (from ? `/sign-in?from=${segment(from)}` : '/sign-in'),
  register: '/register',
  /** Downloads and pages the server makes itself. */
  apiGuide: '/docs',
  codeHashes: '/code-hashes.txt',
  eventFile: (auction: string) => `/api/auctions/${segment(auction)}/events`,
  bundle: (auction: string) => `/api/auctions/${segment(auction)}/bundle`,
  receipt: (auction: string, version: number) => `/api/auctions/${segment(auction)}/bids/${String(version)}/receipt`,
} as const;

/** Where to go after signing in: only an address of this site. */
export const safeReturn = (from: string | null): string =>
  from?.startsWith('/') && !from.startsWith('//') && !from.includes('\\') ? from : paths.home;
