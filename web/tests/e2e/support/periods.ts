import { firstOf, tell } from './asking.ts';
import type { Market } from './market.ts';
import { handleListing } from './papers.ts';

/** An hour of the market in a second: a period of some working days ends while the test looks on. */
export const SPEED = 3_600;

interface Named {
  id: string;
}

export const address = (id: string) => `/listings/${encodeURIComponent(id)}`;

/** A patent of the seller's and a draft of its listing. */
export async function draft(market: Market, number: string): Promise<string> {
  const seller = await market.regular('seller');
  await firstOf(seller, '/api/listings?mine=true&status=Published');
  await tell(seller, '/api/patents', {
    number, titleZh: '一种示例钒铁合金粉末的制备方法', titleEn: null, applicants: ['示例钒钛科技有限公司'], inventors: ['示例发明人'],
    ipc: ['C22B 34/22'], filingDate: null, publications: [], legalStatus: null, source: '示例',
  });
  const offer = { askingPrice: { fen: 60_000_000, currency: 'CNY' }, description: '含全部技术资料与样品。', terms: '一次性付清。' };
  return (await tell<Named>(seller, '/api/listings', { patent: number, offer })).id;
}

export async function published(market: Market, id: string) {
  await handleListing(await market.regular('handler'), id);
  await tell(await market.regular('reviewer'), `/api${address(id)}/publish`);
}
