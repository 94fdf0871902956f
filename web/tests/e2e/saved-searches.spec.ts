import { faultsOf } from './support/looking.ts';
import { expect, test } from './support/market.ts';

test('a search by mode and technical figures is saved in words and asked again', async ({ market }) => {
  const person = await market.visit({ as: 'investor-b' });
  const { page } = person;
  await person.open('/catalogue?mode=Sale&mode=OpenLicence&field=TitaniumSlag&route=ElectricSmelting&tio2Min=70.5&capacityMin=1000&capacityMax=20000&trlMin=6');
  await page.getByRole('button', { name: '保存检索' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('交易方式：转让 或 开放许可')).toBeVisible();
  await dialog.getByRole('textbox').fill('高钛渣出让');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(dialog).toHaveCount(0);
  for (const language of ['zh-CN', 'en'] as const) {
    await person.speaks(language);
    await person.open('/saved-searches');
    expect(await faultsOf(person, { name: 'saved-figures', language })).toEqual([]);
  }
  await person.speaks('zh-CN');
  await person.at(1440);
  await person.open('/saved-searches');
  await expect(page.getByText('产能（吨/年）：1,000–20,000')).toBeVisible();
  await page.getByRole('link', { name: '高钛渣出让' }).click();
  await expect(page.getByLabel('TiO₂ 含量（%）不低于')).toHaveValue('70.5');
  await expect(page.getByLabel('产能（吨/年）不高于')).toHaveValue('20000');
});
