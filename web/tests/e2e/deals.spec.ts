import { expect } from '@playwright/test';
import { act } from './support/acting.ts';
import { firstOf, tell } from './support/asking.ts';
import { inOrder, inOrderInBothLanguages } from './support/looking.ts';
import { test } from './support/market.ts';
import { handleListing, supplyPapers } from './support/papers.ts';

const NUMBER = '209929990021';

// Looks in two languages and at two widths at each state of the page take their time.
test.setTimeout(600_000);

test('an ordinary licence is agreed upon: one is interested, the desk records the deal, the listing stays out', async ({ market }) => {
  const seller = await market.visit({ as: 'seller' });
  const investor = await market.visit({ as: 'investor-a' });
  // Who took a step of the approval records no deal.
  const officer = await market.visit({ as: 'approver' });
  await firstOf(seller, '/api/listings?mine=true&status=Published');
  await tell(seller, '/api/patents', {
    number: NUMBER, titleZh: '一种示例钒酸铋颜料的制备方法', titleEn: null, applicants: ['示例钒钛科技有限公司'], inventors: ['示例发明人'],
    ipc: ['C09C 1/00'], filingDate: null, publications: [], legalStatus: null, source: '示例',
  });
  const offer = {
    askingPrice: null, description: '示例：虚构标的。', terms: '示例', mode: 'OrdinaryLicence',
    modeTerms: {
      price: { way: 'Asking', form: 'Royalty', royalty: { base: 'Sales', ratesBp: [300] } },
      licence: { territory: 'National', years: 5 },
    },
  };
  const { id } = await tell<{ id: string }>(seller, '/api/listings', { patent: NUMBER, offer });
  const address = `/listings/${encodeURIComponent(id)}`;
  await supplyPapers(seller, id);
  await inOrderInBothLanguages(seller, address, 'deals/draft');
  await act(seller, '提交审核');
  await handleListing(await market.regular('handler'), id);
  await tell(await market.regular('reviewer'), `/api${address}/publish`);

  await inOrderInBothLanguages(investor, address, 'deals/open');
  await expect(investor.page.getByText('征集中')).toBeVisible();
  await investor.page.getByRole('button', { name: '登记许可意向' }).click();
  const intent = investor.page.getByRole('dialog');
  await intent.getByLabel('意向说明').fill('用于颜料生产线');
  await intent.getByRole('checkbox').check();
  await inOrder(investor, 'deals/intent');
  await investor.at(1440);
  await intent.getByRole('button', { name: '登记许可意向' }).click();
  await expect(intent).toHaveCount(0);

  await inOrderInBothLanguages(officer, address, 'deals/desk');
  await officer.page.getByRole('button', { name: '登记成交' }).click();
  const deal = officer.page.getByRole('dialog');
  await deal.getByLabel('合同日期').fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  await deal.getByLabel('合同编号').fill('XK-2026-1');
  await deal.getByLabel('登记依据').fill('许可合同原件');
  await inOrder(officer, 'deals/record');
  await officer.at(1440);
  await deal.getByRole('button', { name: '登记成交' }).click();
  await expect(deal).toHaveCount(0);
  await expect(officer.page.getByRole('list', { name: '已成交的许可' }).getByText('XK-2026-1')).toBeVisible();

  // Others may still be licensed; what was agreed is the two sides' and the centre's to read.
  const visitor = await market.visit();
  await inOrderInBothLanguages(visitor, address, 'deals/concluded');
  await expect(visitor.page.getByText('挂牌中').first()).toBeVisible();
  await expect(visitor.page.getByText('XK-2026-1')).toHaveCount(0);
  await expect(visitor.page.getByText('用于颜料生产线')).toHaveCount(0);
});
