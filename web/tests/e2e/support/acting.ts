import { expect } from '@playwright/test';
import type { Visitor } from './market.ts';

/** A field by its visible label. */
export const field = ({ page }: Visitor, label: string) => page.getByLabel(label, { exact: true });

/** Presses an act of the page and confirms it in its dialog. */
export async function act({ page }: Visitor, label: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** A picture of the whole page, kept; from the top, as the header stands where the page was scrolled to. */
export async function shot({ page }: Visitor, name: string): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: `test-results/${name}.png`, fullPage: true });
}
