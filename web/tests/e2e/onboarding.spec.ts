import { expect } from '@playwright/test';
import { act, shot } from './support/acting.ts';
import { ask, firstOf } from './support/asking.ts';
import { faultsOf } from './support/looking.ts';
import { type Market, test, type Visitor } from './support/market.ts';
import { aPdf } from './support/papers.ts';

const WAITING = '示例储能有限公司';
const APPLICANT = '示例申请有限公司';

/** The page of a party that waits at the desk, reached through the desk. */
async function fromTheDesk(officer: Visitor, name: string) {
  await firstOf<{ name: string }>(officer, '/api/parties?status=Submitted', (party) => party.name === name);
  await officer.open('/desk?tab=parties');
  await officer.page.getByRole('link', { name }).click();
  await expect(officer.page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Two officers, two people. */
async function verify(market: Market, name: string): Promise<Visitor[]> {
  const handler = await market.visit({ as: 'handler' });
  const reviewer = await market.visit({ as: 'reviewer' });
  await fromTheDesk(handler, name);
  await act(handler, '经办通过');
  await expect(handler.page.getByRole('button', { name: '复核通过' })).toHaveCount(0);
  await fromTheDesk(reviewer, name);
  await act(reviewer, '复核通过');
  await expect(reviewer.page.getByText('已认证', { exact: true })).toBeVisible();
  return [handler, reviewer];
}

/** The scan the page leads to, as this person gets it. */
async function expectScan(visitor: Visitor) {
  const scan = visitor.page.getByRole('link', { name: '查看扫描件' });
  await expect(scan).toHaveAttribute('target', '_blank');
  const licence = await visitor.context.request.get((await scan.getAttribute('href')) ?? '');
  expect(licence.status()).toBe(200);
  expect(licence.headers()['content-type']).toBe('application/pdf');
  expect((await licence.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

test('the waiting party is looked at, scan by scan, by two people, and is verified', async ({ market }) => {
  const handler = await market.visit({ as: 'handler' });
  const newcomer = await market.visit({ as: 'newcomer' });
  await fromTheDesk(handler, WAITING);
  await expectScan(handler);
  await shot(handler, 'onboarding/1-handler');
  const officers = await verify(market, WAITING);
  await newcomer.open('/organisation');
  await expect(newcomer.page.getByText('已认证', { exact: true })).toBeVisible();
  await shot(newcomer, 'onboarding/2-verified');
  for (const visitor of [handler, newcomer, ...officers]) expect(visitor.complaints).toEqual([]);
});

/** The part of the onboarding form under a heading. */
const part = ({ page }: Visitor, heading: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading, exact: true }) });

/** Presses a button of one part and waits until the server has taken what it sends. */
async function send(visitor: Visitor, heading: string, button: string) {
  const taken = visitor.page.waitForResponse((answer) => ['PUT', 'POST'].includes(answer.request().method()));
  await part(visitor, heading).getByRole('button', { name: button, exact: true }).click();
  const answer = await taken;
  expect(answer.status(), `${heading}: ${await answer.text()}`).toBe(200);
}

/** Fills in one part by its visible labels and saves it. */
async function fill(visitor: Visitor, heading: string, fields: Record<string, string>) {
  const form = part(visitor, heading);
  for (const [label, value] of Object.entries(fields)) await form.getByLabel(label, { exact: true }).fill(value);
  await send(visitor, heading, '保存');
}

/** Seventeen characters and the one that GB 32100 asks for at the end. */
function creditCode(first: string): string {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...first].reduce((total, letter, at) => total + letters.indexOf(letter) * (3 ** at % 31), 0);
  return first + (letters[(31 - (sum % 31)) % 31] ?? '');
}

async function register({ page }: Visitor) {
  await page.getByLabel('姓名').fill('示例申请人');
  await page.getByLabel('电子邮箱').fill('applicant@demo.example');
  await page.getByLabel('密码').fill('an-example-password-2026');
  await page.getByRole('button', { name: '注册并登录' }).click();
  await page.waitForURL(/\/organisation$/);
  await page.getByRole('button', { name: '开始填写' }).click();
  await expect(page.getByRole('heading', { name: '主体信息' })).toBeVisible();
}

test('a person registers, fills in the whole form and hands it in; two officers verify it', async ({ market }) => {
  const person = await market.visit();
  const { page } = person;
  await person.open('/register');
  await register(person);

  const upload = page.waitForResponse(/\/api\/documents/);
  await part(person, '主体信息').getByLabel('营业执照扫描件').setInputFiles(aPdf('licence'));
  expect((await upload).status()).toBe(200);
  await expect(page.getByText('已上传，保存后可查看。')).toBeVisible();
  await fill(person, '主体信息', {
    名称: APPLICANT,
    统一社会信用代码: creditCode('91000000DEM900001'),
    法定代表人: '示例法定代表人',
  });
  await expect(page.getByRole('heading', { level: 1, name: APPLICANT })).toBeVisible();
  await fill(person, '联系方式', { 手机号码: '+12025550101', 电子邮箱: 'office@demo.example' });
  await fill(person, '银行账户', { 户名: APPLICANT, 开户银行: '示例银行示例支行', 账号: '62000000009001' });
  await part(person, '开票资料').getByRole('radio', { name: '增值税专用发票' }).check();
  await fill(person, '开票资料', { 注册地址: '示例地址', 注册电话: '0812-0000000', 接收邮箱: 'invoice@demo.example' });
  await send(person, '关联方', '声明没有关联方');
  const agreements = part(person, '协议确认');
  for (const box of await agreements.getByRole('checkbox').all()) await box.check();
  await send(person, '协议确认', '确认同意');
  await expect(agreements.getByRole('checkbox')).toHaveCount(0);
  await expectScan(person);

  // The form as it is being filled in, in both languages.
  const faults = await faultsOf(person, { name: 'organisation-form' });
  await person.speaks('en');
  await person.open('/organisation');
  faults.push(...(await faultsOf(person, { name: 'organisation-form', language: 'en' })));
  expect(faults).toEqual([]);
  await person.speaks('zh-CN');
  await person.at(1440);
  await person.open('/organisation');

  await act(person, '提交认证');
  await expect(page.getByText('已提交', { exact: true })).toBeVisible();
  await shot(person, 'onboarding/3-submitted');
  const { party } = await ask<{ party: string }>(person, '/api/me');
  expect(await ask(person, `/api/parties/${encodeURIComponent(party)}`)).toMatchObject({
    status: 'Submitted',
    name: APPLICANT,
    mail: 'office@demo.example',
    invoice: { kind: 'Special', address: '示例地址', mail: 'invoice@demo.example' },
    affiliates: [],
    missing: [],
  });

  const officers = await verify(market, APPLICANT);
  await person.open('/organisation');
  await expect(page.getByText('已认证', { exact: true })).toBeVisible();
  for (const visitor of [person, ...officers]) expect(visitor.complaints).toEqual([]);
});
