import { createBrowserRouter, type RouteObject } from 'react-router';
import { Broken } from './shell/broken.tsx';
import { Shell } from './shell/shell.tsx';
import { NotFound } from '../shared/ui/states.tsx';

/** Every page is its own chunk; the addresses are those of `shared/paths.ts`. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <Broken />,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./home/home-page.tsx')).HomePage }) },
      {
        path: 'sign-in',
        lazy: async () => ({ Component: (await import('../features/parties/sign-in/sign-in-page.tsx')).SignInPage }),
      },
      {
        path: 'register',
        lazy: async () => ({ Component: (await import('../features/parties/sign-in/register-page.tsx')).RegisterPage }),
      },
      {
        path: 'auctions',
        lazy: async () => ({ Component: (await import('../features/trading/auctions/auctions-page.tsx')).AuctionsPage }),
      },
      {
        path: 'auctions/:id',
        lazy: async () => ({ Component: (await import('../features/trading/room/room-page.tsx')).RoomPage }),
      },
      { path: '*', Component: NotFound },
    ],
  },
];

export const router = createBrowserRouter(routes);
