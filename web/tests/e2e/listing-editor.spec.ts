import type { Locator } from '@playwright/test';
import { act, field } from './support/acting.ts';
import { tell } from './support/asking.ts';
import { faultsOf } from './support/looking.ts';
import { handleListing, supplyPapers } from './support/papers.ts';
import { expect, type Language, type Market, test, type Visitor } from './support/market.ts';

/** As the demo made this party. */
const SELLER = '示例钒钛科技有限公司';
const NUMBER = '209919970000';
const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

const choose = ({ page }: Visitor, name: string, nth = 0): Promise<void> =>
  page.getByRole('radio', { name, exact: true }).nth(nth).check({ force: true });

async function fill(visitor: Visitor, fields: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await field(visitor, label).fill(text);
}

/** What the browser reports of the refusals this story is about. */
const MEANT = /the server responded with a status of 4(00|09)/;

/** The page as it stands, in the language of its reader, at both widths. */
const inOrder = async (visitor: Visitor, name: string, language: Language = 'zh-CN') => {
  const faults = await faultsOf(visitor, { name: `listing-editor-${name}`, language });
  expect(faults.filter((fault) => !MEANT.test(fault))).toEqual([]);
  await visitor.at(1440);
};

async function aPatent(market: Market): Promise<Visitor> {
  const seller = await market.visit({ as: 'seller' });
  await tell(seller, '/api/patents', {
    number: NUMBER, titleZh: '一种示例钙化焙烧提钒方法', titleEn: 'Example method of extracting vanadium by calcium roasting',
    applicants: [SELLER], inventors: [], ipc: ['C22B 34/22'], filingDate: '2010-01-05', publications: [], legalStatus: null, source: '示例',
  });
  return seller;
}

const error = (under: Locator, text: RegExp) => expect(under.getByText(text).first()).toBeVisible();

test('the editor follows the mode, and a refused mode is explained', async ({ market }) => {
  const seller = await aPatent(market);
  const { page } = seller;
  await seller.open('/listings/new?patent=abc');
  await expect(field(seller, '专利号')).toHaveAccessibleDescription(/./);
  await expect(page.getByText('页面未能载入')).toHaveCount(0);
  await inOrder(seller, 'unreadable');

  await field(seller, '专利号').fill(NUMBER);
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page.getByText(`暂按申请人核对：${SELLER}`)).toBeVisible();
  await inOrder(seller, 'sale');
  await page.getByRole('radio', { name: /^开放许可/ }).check({ force: true });
  await error(page.locator('main'), /依据：专利法.* 第/);
  await expect(page.getByText('补救：').first()).toBeVisible();
  await expect(page.getByText(/请选择其他方式/)).toBeVisible();
  await expect(field(seller, '标的说明')).toHaveCount(0);
  await inOrder(seller, 'refused');

  await choose(seller, '普通许可');
  await fill(seller, { 标的说明: '示例：钙化焙烧提钒，普通许可。' });
  await choose(seller, '入门费加提成');
  await fill(seller, { 入门费: '200000', 提成率: '3；3.5；4', '最低年提成（可不填）': '50000' });
  await choose(seller, '指定省份');
  await page.getByRole('checkbox', { name: '四川', exact: true }).check();
  await page.getByRole('checkbox', { name: '云南', exact: true }).check();
  await choose(seller, '约定年数');
  await fill(seller, { 年数: '6', 'V₂O₅ 含量': '98', 产能: '20000' });
  await page.getByRole('checkbox', { name: '提钒与钒化合物' }).check();
  await page.getByRole('checkbox', { name: '钙化焙烧' }).check();
  await field(seller, '技术成熟度').selectOption('8');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await error(page.locator('main'), /民法典第八百六十五条/);
  await expect(field(seller, '年数')).toBeFocused();
  await inOrder(seller, 'beyond-term');

  await field(seller, '年数').fill('2');
  await page.getByRole('button', { name: '保存草稿' }).click();
  await page.waitForURL(/\/listings\/listing/);
  await expect(field(seller, '年数')).toHaveValue('2');
  const id = /listings\/(listing[^/?#]+)/.exec(page.url())?.[1] ?? '';
  await supplyPapers(seller, id);
  await page.reload();
  await act(seller, '提交审核');
  await expect(page.getByText('四川、云南')).toBeVisible();
  await seller.open('/listings');
  await expect(page.getByText('入门费加提成').first()).toBeVisible();
  await inOrder(seller, 'mine');
  await publishedAndFound(market, id);
});

async function publishedAndFound(market: Market, id: string): Promise<void> {
  await handleListing(await market.regular('handler'), id);
  await tell(await market.regular('reviewer'), `/api/listings/${id}/publish`);
  const reader = await market.visit();
  for (const language of LANGUAGES) {
    await reader.speaks(language);
    await reader.open(`/listings/${id}`);
    await expect(reader.page.getByText('98%')).toBeVisible();
    await inOrder(reader, 'published', language);
  }
  await reader.speaks('zh-CN');
  await reader.open('/catalogue?mode=OrdinaryLicence&v2o5Min=97.5&trlMin=8');
  await expect(reader.page.getByText('共 1 件')).toBeVisible();
  await field(reader, 'V₂O₅ 含量（%）不低于').fill('98.01');
  await field(reader, 'V₂O₅ 含量（%）不低于').press('Enter');
  await expect(reader.page.getByText('共 0 件')).toBeVisible();
  await reader.page.goBack();
  await expect(reader.page.getByText('共 1 件')).toBeVisible();
  await inOrder(reader, 'ranges');
}
