import { act } from './support/acting.ts';
import { tell } from './support/asking.ts';
import { faultsOf, inOrder, inOrderInBothLanguages, WIDTHS } from './support/looking.ts';
import { expect, test } from './support/market.ts';
import { applicationNumber } from './support/tables.ts';

for (const width of WIDTHS) {
  test(`a visitor searches, ticks, is helped while typing and compares at ${String(width)} px`, async ({ market }) => {
    const visitor = await market.visit({ width });
    const { page } = visitor;
    const box = page.getByRole('combobox', { name: '检索专利' });
    await visitor.open('/catalogue');
    await box.fill('C22B 34/22');
    await box.press('Enter');
    await expect(page).toHaveURL(/q=C22B/);
    await expect(page.getByRole('status').filter({ hasText: /^共 [1-9]/ })).toBeVisible();

    // What is suggested comes from the catalogue, which the demo is still filling.
    await expect(async () => {
      await box.fill('');
      await box.fill('fanz');
      const suggestion = page.locator('.ant-select-item-option').filter({ hasText: /^钒渣/ }).first();
      // Until it is laid out it stands far off the screen, where a click would scroll to it.
      await expect(suggestion).toBeInViewport({ timeout: 3_000 });
      await suggestion.click({ timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await expect(page).toHaveURL(/q=%E9%92%92%E6%B8%A3/);
    await expect(page.locator('mark', { hasText: '钒渣' }).first()).toBeVisible();

    await visitor.open('/catalogue?q=%E9%92%92');
    if (width < 800) await page.getByText('筛选', { exact: true }).click();
    const facets = page.getByRole('group', { name: '筛选' });
    const before = await page.getByRole('status').filter({ hasText: /^共/ }).innerText();
    await facets.getByRole('checkbox', { name: /^实用新型/ }).or(facets.getByRole('checkbox', { name: /^挂牌中/ })).first().click();
    await expect(page.getByRole('status').filter({ hasText: /^共/ })).not.toHaveText(before);
    expect(await faultsOf(visitor, { name: `search-facets-${String(width)}`, widths: [width] })).toEqual([]);

    await visitor.open('/catalogue?q=%E9%92%92');
    for (const at of [0, 1]) {
      const box = page.getByRole('checkbox', { name: /^对比 / }).nth(at);
      await box.click();
      await expect(box).toBeChecked();
    }
    await page.getByRole('link', { name: '对比所选 2 件' }).click();
    await expect(page.getByRole('region', { name: '专利对比' }).getByRole('columnheader')).toHaveCount(2);
    expect(await faultsOf(visitor, { name: `search-compare-${String(width)}`, widths: [width] })).toEqual([]);
  });
}

test('who saved a search is told what comes to match, and gives it up', async ({ market }) => {
  const person = await market.visit({ as: 'investor-a' });
  const handler = await market.visit({ as: 'handler' });
  const { page } = person;
  await person.open(`/catalogue?q=${encodeURIComponent('铼钪示例')}`);
  await page.getByRole('button', { name: '保存检索' }).click();
  await expect(page.getByRole('dialog').getByText('检索词：铼钪示例')).toBeVisible();
  await inOrder(person, 'search-save');
  await person.at(1440);
  await page.getByRole('dialog').getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const number = applicationNumber(7);
  await tell(handler, '/api/patents', {
    number, titleZh: '一种铼钪示例的回收方法', titleEn: null, applicants: ['攀西示例钒钛研究院'], inventors: [], ipc: [],
    filingDate: null, publications: [], legalStatus: null, source: '登记簿副本',
  });
  await expect(async () => {
    await person.open('/notices');
    await expect(page.getByText('保存的检索“铼钪示例”有 1 件新的匹配专利')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole('link', { name: new RegExp(number) })).toBeVisible();
  await inOrder(person, 'search-notice');
  await person.at(1440);
  await page.getByRole('link', { name: /有 1 件新的匹配专利/ }).click();
  await expect(page.getByRole('status').filter({ hasText: '共 1 件' })).toBeVisible();

  await inOrderInBothLanguages(person, '/saved-searches', 'saved-searches');
  await act(person, '删除');
  await expect(page.getByText('还没有保存的检索')).toBeVisible();
});

test('a handler keeps the synonyms: what he adds is in force at once', async ({ market }) => {
  const handler = await market.visit({ as: 'handler' });
  const { page } = handler;
  await inOrderInBothLanguages(handler, '/desk/synonyms', 'synonyms');
  await page.getByRole('button', { name: '新增一组' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('黑金石\n钒渣');
  await inOrder(handler, 'synonyms-add');
  await handler.at(1440);
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('黑金石 = 钒渣')).toBeVisible();
  await expect(page.getByText('本中心词表')).toBeVisible();
  await expect(async () => {
    await handler.open(`/catalogue?q=${encodeURIComponent('黑金石')}`);
    await expect(page.locator('mark', { hasText: '钒渣' }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await handler.open('/desk/synonyms');
  await act(handler, '恢复系统内置词表');
  await expect(page.getByText('系统内置词表', { exact: true })).toBeVisible();
});
