import { expect } from '@playwright/test';
import { ask } from './support/asking.ts';
import { test, type Visitor } from './support/market.ts';

const MINUTE_MS = 60_000;
const SHOTS = 'test-results/onboarding';
const WAITING = '示例储能有限公司';

const shot = (visitor: Visitor, name: string) =>
  visitor.page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });

/** Presses an act of the page and confirms it in its dialog. */
async function act({ page }: Visitor, label: string) {
  await page.getByRole('button', { name: label, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** The part of the onboarding form under a heading. */
const part = ({ page }: Visitor, heading: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

/** Fills in one part and saves it. */
async function fill(visitor: Visitor, heading: string, fields: Record<string, string>) {
  const form = part(visitor, heading);
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(value);
  await form.getByRole('button', { name: '保存', exact: true }).click();
  const saved = visitor.page.getByText('已保存。');
  await expect(saved.first()).toBeVisible();
  await expect(saved).toHaveCount(0);
}

/** Seventeen characters and the one that GB 32100 asks for at the end. */
function creditCode(first: string): string {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...first].reduce((total, letter, at) => total + letters.indexOf(letter) * (3 ** at % 31), 0);
  return first + (letters[(31 - (sum % 31)) % 31] ?? '');
}

test('the waiting party is looked at, scan by scan, by two people, and is verified', async ({ market }) => {
  const handler = await market.visit({ as: 'handler' });
  const reviewer = await market.visit({ as: 'reviewer' });
  const newcomer = await market.visit({ as: 'newcomer' });
  await expect
    .poll(async () => (await ask<{ items: unknown[] }>(handler, '/api/parties?status=Submitted')).items.length, { timeout: MINUTE_MS })
    .toBeGreaterThan(0);

  await handler.open('/desk?tab=parties');
  await handler.page.getByRole('link', { name: WAITING }).click();
  const scan = handler.page.getByRole('link', { name: '查看扫描件' });
  await expect(scan).toHaveAttribute('target', '_blank');
  const licence = await handler.context.request.get((await scan.getAttribute('href')) ?? '');
  expect(licence.status()).toBe(200);
  expect(licence.headers()['content-type']).toBe('application/pdf');
  expect((await licence.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await shot(handler, '1-handler');
  await act(handler, '经办通过');
  await expect(handler.page.getByRole('button', { name: '复核通过' })).toHaveCount(0);

  await reviewer.open('/desk?tab=parties');
  await reviewer.page.getByRole('link', { name: WAITING }).click();
  await act(reviewer, '复核通过');
  await expect(reviewer.page.getByText('已认证', { exact: true })).toBeVisible();

  await newcomer.open('/organisation');
  await expect(newcomer.page.getByText('已认证', { exact: true })).toBeVisible();
  await shot(newcomer, '2-verified');
  for (const visitor of [handler, reviewer, newcomer]) expect(visitor.complaints).toEqual([]);
});

test('a person registers, fills in the whole form and hands it in', async ({ market }) => {
  const person = await market.visit();
  const { page } = person;
  await person.open('/register');
  await page.getByLabel('姓名').fill('示例申请人');
  await page.getByLabel('电子邮箱').fill('applicant@demo.example');
  await page.getByLabel('密码').fill('an-example-password-2026');
  await page.getByRole('button', { name: '注册并登录' }).click();
  await page.waitForURL(/\/organisation$/);
  await page.getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByRole('heading', { name: '主体信息' })).toBeVisible();

  await part(person, '主体信息').getByLabel('营业执照扫描件').setInputFiles({
    name: 'licence.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  });
  await expect(page.getByText('已上传，保存后可查看。')).toBeVisible();
  await fill(person, '主体信息', {
    名称: '示例申请有限公司',
    统一社会信用代码: creditCode('91000000DEM900001'),
    法定代表人: '示例法定代表人',
  });
  await expect(page.getByRole('heading', { level: 1, name: '示例申请有限公司' })).toBeVisible();
  await fill(person, '联系方式', { 手机号码: '+12025550101', 电子邮箱: 'office@demo.example' });
  await fill(person, '银行账户', { 户名: '示例申请有限公司', 开户银行: '示例银行示例支行', 账号: '62000000009001' });
  const invoice = part(person, '开票资料');
  await invoice.getByRole('radio', { name: '增值税专用发票' }).check();
  await fill(person, '开票资料', { 注册地址: '示例地址', 注册电话: '0812-0000000', 接收邮箱: 'invoice@demo.example' });
  await part(person, '关联方').getByRole('button', { name: '声明没有关联方' }).click();
  await expect(page.getByText('已保存。').first()).toBeVisible();
  const agreements = part(person, '协议确认');
  for (const box of await agreements.getByRole('checkbox').all()) await box.check();
  await agreements.getByRole('button', { name: '确认同意' }).click();
  await expect(page.getByText('已确认协议。').first()).toBeVisible();
  await expect(agreements.getByRole('checkbox')).toHaveCount(0);

  const scan = part(person, '主体信息').getByRole('link', { name: '查看扫描件' });
  const licence = await person.context.request.get((await scan.getAttribute('href')) ?? '');
  expect(licence.status()).toBe(200);
  await shot(person, '3-filled-in');
  await act(person, '提交认证');
  await expect(page.getByText('已提交', { exact: true })).toBeVisible();
  await shot(person, '4-submitted');
  const { party } = await ask<{ party: string }>(person, '/api/me');
  expect(await ask(person, `/api/parties/${encodeURIComponent(party)}`)).toMatchObject({
    status: 'Submitted',
    name: '示例申请有限公司',
    invoice: { kind: 'Special', address: '示例地址' },
    affiliates: [],
    missing: [],
  });
  expect(person.complaints).toEqual([]);
});
