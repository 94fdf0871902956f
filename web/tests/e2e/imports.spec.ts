import { act, shot } from './support/acting.ts';
import { faultsOf, inOrder } from './support/looking.ts';
import { expect, test, type Visitor } from './support/market.ts';
import { applicationNumber, type MadePatent, tableOf } from './support/tables.ts';

const APPLICANT = '攀西示例钒钛研究院';
const made = (serial: number, more: Partial<MadePatent> = {}): MadePatent => ({
  number: applicationNumber(serial),
  title: `一种示例导入提钒方法之 ${String(serial)}`,
  applicant: APPLICANT,
  ...more,
});

const choose = ({ page }: Visitor, name: string, patents: readonly MadePatent[]) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: tableOf(patents) });

test('a handler looks at a file before it is taken, takes it and takes it back', async ({ market }) => {
  const handler = await market.visit({ as: 'handler' });
  const { page } = handler;
  const first = made(1, { priority: 'US 201161550506 P 20111024' });
  await handler.open('/imports');
  await choose(handler, '示例.csv', [first, made(2), { ...made(3), number: 'CN209810000003.0' }, made(4)]);

  await expect(page.getByText('新增 3，有变化 0，无变化 0，不予导入 1').first()).toBeVisible();
  await expect(page.getByText(/第 4 行：.*校验位不正确/)).toBeVisible();
  await expect(page.getByRole('list', { name: '最近的导入' }).getByRole('link', { name: '示例.csv' })).toBeVisible();
  await inOrder(handler, 'import-preview');
  await handler.at(1440);
  await handler.open(`/patents/${first.number}`);
  await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible();

  await handler.open('/imports');
  await page.getByRole('list', { name: '最近的导入' }).getByRole('link', { name: '示例.csv' }).click();
  await page.getByRole('button', { name: '写入目录' }).click();
  const recent = page.getByRole('list', { name: '最近的导入' }).getByRole('listitem').first();
  await expect(recent.getByText('已写入')).toBeVisible();
  await page.getByRole('region').getByRole('link', { name: first.number }).click();
  await expect(page.getByRole('region', { name: '同族' }).getByText('201161550506')).toBeVisible();
  await inOrder(handler, 'import-patent');
  await handler.at(1440);

  await page.goBack();
  await act(handler, '撤销本次导入');
  await expect(recent.getByText('已撤销')).toBeVisible();
  await expect(page.getByText('已全部撤销。')).toBeVisible();
  await inOrder(handler, 'import-undone');
  await handler.open(`/patents/${first.number}`);
  await expect(page.getByRole('heading', { name: '没有找到' })).toBeVisible();
});

test('a long file is looked through whole', async ({ market }) => {
  const handler = await market.visit({ as: 'handler', width: 390 });
  const { page } = handler;
  await handler.open('/imports');
  await choose(handler, '长.csv', Array.from({ length: 1_500 }, (_, i) => made(100_000 + i)));
  await expect(page.getByText('新增 1500，有变化 0，无变化 0，不予导入 0').first()).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('button', { name: '写入目录' })).toBeVisible();
});

test('legal events are recorded on patents that are known, and a row that names none or several is refused', async ({ market }) => {
  const handler = await market.visit({ as: 'handler' });
  const { page } = handler;
  const known = made(20);
  await handler.open('/imports');
  await choose(handler, '专利.csv', [known]);
  await page.getByRole('button', { name: '写入目录' }).click();
  await expect(page.getByRole('list', { name: '最近的导入' }).getByRole('listitem').first().getByText('已写入')).toBeVisible();

  const table = [
    '申请（专利）号,法律状态公告日,法律状态,法律状态信息',
    `${known.number},2022.05.31,授权,授权`,
    `${known.number},2023.06.09,专利权质押合同登记的生效、变更及注销,专利权质押合同登记的生效 登记号:Y2023510000123 质权人:示例银行`,
    `${known.number},2023.07.07,专利申请权、专利权的转移,登记生效日:20230628`,
    `${made(21).number},2022.05.31,授权,授权`,
  ].join('\n');
  await page.locator('input[type=file]').setInputFiles({ name: '法律状态.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await expect(page.getByText('识别为：法律事件表格')).toBeVisible();
  await expect(page.getByText('质押登记生效 (PE01) 2023-06-09 Y2023510000123')).toBeVisible();
  await expect(page.getByText(/第 4 行：.*可能是 TA01, TR01 中的任一种/)).toBeVisible();
  await expect(page.getByText('第 5 行：目录中没有该专利。')).toBeVisible();
  for (const language of ['zh-CN', 'en'] as const) {
    await handler.speaks(language);
    await handler.open('/imports');
    await page.getByRole('link', { name: '法律状态.csv' }).first().click();
    await expect(page.getByText('(PE01)')).toBeVisible();
    expect(await faultsOf(handler, { name: 'import-legal-events', language })).toEqual([]);
  }
  await handler.speaks('zh-CN');
  await handler.at(1440);
  await handler.open('/imports');
  await page.getByRole('link', { name: '法律状态.csv' }).first().click();
  await page.getByRole('button', { name: '写入目录' }).click();
  await expect(page.getByRole('list', { name: '最近的导入' }).getByRole('listitem').first().getByText('已写入')).toBeVisible();
  await handler.open(`/patents/${known.number}`);
  await expect(page.getByText('质押登记生效').first()).toBeVisible();
  await shot(handler, 'pages/import-legal-events-patent');
});

test('a file that is none is refused whole, with its reason', async ({ market }) => {
  const handler = await market.visit({ as: 'handler' });
  await handler.open('/imports');
  await handler.page.locator('input[type=file]').setInputFiles({ name: '照片.csv', mimeType: 'text/csv', buffer: Buffer.from('没有列名的文字') });
  await expect(handler.page.getByRole('alert').getByText(/无法识别的文件格式/)).toBeVisible();
  handler.complaints.length = 0;
});
