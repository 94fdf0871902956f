import { expect } from '@playwright/test';
import { inOrder } from './support/looking.ts';
import { test, type Visitor } from './support/market.ts';

const NUMBER = 'CN202110000001.6';
const ADDRESS = `/patents/${NUMBER}`;
const SHOTS = 'test-results/patent-life';

const shot = (visitor: Visitor, name: string) =>
  visitor.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });

/** Opens one of the handler's forms, has it filled in, sends it and sees it go. */
async function record({ page }: Visitor, form: string, fields: Record<string, string>, code?: string) {
  await page.getByRole('button', { name: form, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (code) {
    await dialog.getByLabel('事件代码').fill(code);
    await page.keyboard.press('Enter');
  }
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value);
  await dialog.getByRole('button', { name: /^记\s*录$/ }).click();
  await expect(dialog).toHaveCount(0);
}

test('a handler records the life of a patent and who watches it is told', async ({ market }) => {
  const handler = await market.visit({ as: 'handler' });
  const watcher = await market.visit({ as: 'seller', width: 390 });
  await handler.open('/patents/new');
  const { page } = handler;
  await page.getByLabel('专利号').fill(NUMBER);
  await page.getByLabel('中文名称').fill('一种示例提钒方法');
  await page.getByLabel('申请人', { exact: true }).fill('甲钒业有限公司\n乙研究院');
  await page.getByLabel('申请日', { exact: true }).fill('2021-07-08');
  await page.getByLabel('信息来源').fill('登记簿副本');
  await page.getByRole('button', { name: '录入目录' }).click();
  await expect(page).toHaveURL(new RegExp(encodeURIComponent(NUMBER)));

  await watcher.open(ADDRESS);
  await expect(watcher.page.getByText('状态未明').first()).toBeVisible();
  await watcher.page.getByRole('button', { name: '关注', exact: false }).click();
  await expect(watcher.page.getByRole('button', { name: '取消关注' })).toBeVisible();

  await handler.open(ADDRESS);
  await record(handler, '法律事件', { 事件日期: '2023-03-10', 信息来源: '授权公告' }, 'GR01');
  await expect(page.getByText('授权（有权）').first()).toBeVisible();
  await record(handler, '终止通知', { 专利年度: '3', 收到日: '2024-02-20', 信息来源: '通知书' });
  await record(handler, '费用减缴', { '减缴比例（%）': '70', 起始年度: '3', 截止年度: '12', 信息来源: '减缴证明' });
  await record(handler, '共有份额与授权', { '甲钒业有限公司 的份额': '60', '乙研究院 的份额': '40', 信息来源: '共有协议' });
  await expect(page.getByText('份额 60%')).toBeVisible();
  await shot(handler, 'handler');
  await inOrder(handler, 'patent-life/handler', [1440]);

  await watcher.open(ADDRESS);
  await expect(watcher.page.getByText('2041-07-08')).toBeVisible();
  await watcher.page.getByText(/^逐年明细/).click();
  await shot(watcher, 'watcher-390');
  await inOrder(watcher, 'patent-life/watcher', [390]);
  await watcher.open('/notices');
  await expect(watcher.page.getByText(/法律事件：GR01 授予专利权 2023-03-10/)).toBeVisible();
  await shot(watcher, 'notices-390');
  await inOrder(watcher, 'patent-life/notices', [390]);
  await watcher.page.getByRole('button', { name: '全部标为已读' }).click();
  await expect(watcher.page.getByRole('button', { name: '全部标为已读' })).toHaveCount(0);
});
