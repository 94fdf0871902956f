import type { components } from './schema';

/** The server's own types by name; nothing in this application describes server data by hand. */
export type Server = components['schemas'];
