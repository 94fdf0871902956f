import type { ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound } from '../shared/ui/states.tsx';
import { Broken } from './shell/broken.tsx';
import { Shell } from './shell/shell.tsx';

/** A page in its own chunk, fetched when it is first opened. */
const page = (path: string, load: () => Promise<ComponentType>): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
});

/** The addresses are those of `shared/paths.ts`. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <Broken />,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./home/home-page.tsx')).HomePage }) },
      page('catalogue', async () => (await import('../features/catalogue/search/catalogue-page.tsx')).CataloguePage),
      page('catalogue/ipc', async () => (await import('../features/catalogue/search/ipc-page.tsx')).IpcPage),
      page('catalogue/compare', async () => (await import('../features/catalogue/patents/compare-page.tsx')).ComparePage),
      page('saved-searches', async () => (await import('../features/catalogue/saved-searches/saved-searches-page.tsx')).SavedSearchesPage),
      page('patents/new', async () => (await import('../features/catalogue/patents/entry/record-patent-page.tsx')).RecordPatentPage),
      page('patents/:number', async () => (await import('../features/catalogue/patents/patent-page.tsx')).PatentPage),
      page('listings', async () => (await import('../features/catalogue/listings/my-listings-page.tsx')).MyListingsPage),
      page('intents', async () => (await import('../features/catalogue/listings/period/my-intents-page.tsx')).MyIntentsPage),
      page('listings/new', async () => (await import('../features/catalogue/listings/new-listing-page.tsx')).NewListingPage),
      page('listings/:id', async () => (await import('../features/catalogue/listings/listing-page.tsx')).ListingPage),
      page('listings/:id/auction', async () => (await import('../features/trading/drafts/propose-page.tsx')).ProposePage),
      page('auctions', async () => (await import('../features/trading/auctions/auctions-page.tsx')).AuctionsPage),
      page('auctions/:id', async () => (await import('../features/trading/room/room-page.tsx')).RoomPage),
      page('auctions/:id/propose', async () => (await import('../features/trading/drafts/propose-page.tsx')).ProposeAgainPage),
      page('rules', async () => (await import('../features/trading/rules/profiles-page.tsx')).ProfilesPage),
      page('rules/:code', async () => (await import('../features/trading/rules/rules-page.tsx')).RulesPage),
      page('desk', async () => (await import('./desk/desk-page.tsx')).DeskPage),
      page('imports', async () => (await import('../features/catalogue/imports/import-page.tsx')).ImportPage),
      page('desk/synonyms', async () => (await import('../features/catalogue/synonyms/synonyms-page.tsx')).SynonymsPage),
      page('desk/auctions/:id', async () => (await import('../features/trading/drafts/draft-page.tsx')).DraftPage),
      page('desk/parties/:id', async () => (await import('../features/parties/review/party-review-page.tsx')).PartyReviewPage),
      page('cashier', async () => (await import('../features/trading/escrow/cashier-page.tsx')).CashierPage),
      page('cashier/:id', async () => (await import('../features/trading/escrow/escrow-page.tsx')).EscrowPage),
      page('organisation', async () => (await import('../features/parties/onboarding/organisation-page.tsx')).OrganisationPage),
      page('organisation/papers', async () => (await import('../features/trading/papers/my-papers-page.tsx')).MyPapersPage),
      page('administration', async () => (await import('../features/parties/users/administration-page.tsx')).AdministrationPage),
      page('notices', async () => (await import('../features/catalogue/watching/notices-page.tsx')).NoticesPage),
      page('papers', async () => (await import('../features/trading/papers/find-paper-page.tsx')).FindPaperPage),
      page('papers/:number', async () => (await import('../features/trading/papers/paper-page.tsx')).PaperPage),
      page('verifying', async () => (await import('../features/trading/proofs/verifying-page.tsx')).VerifyingPage),
      page('holder-key', async () => (await import('../features/trading/sealed/holder-page.tsx')).HolderPage),
      page('sign-in', async () => (await import('../features/parties/sign-in/sign-in-page.tsx')).SignInPage),
      page('register', async () => (await import('../features/parties/sign-in/register-page.tsx')).RegisterPage),
      page('set-password', async () => (await import('../features/parties/users/set-password-page.tsx')).SetPasswordPage),
      { path: '*', Component: NotFound },
    ],
  },
];

export const makeRouter = () => createBrowserRouter(routes);
