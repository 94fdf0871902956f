/** One page of a list as every list of the server is told. */
export interface Page<T> {
  items: T[];
  total: number;
  next: string | null;
}

const PAGES_MAX = 200;

/** The whole list, page by page, for exports. */
export async function everyItem<T>(ask: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX; page++) {
    const answer: Page<T> = await ask(cursor);
    items.push(...answer.items);
    cursor = answer.next;
    if (cursor === null) return items;
  }
  throw new Error(`The list has more than ${String(PAGES_MAX)} pages.`);
}
