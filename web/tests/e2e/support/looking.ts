import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { shot } from './acting.ts';
import type { Language, Visitor } from './market.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const WIDTHS: readonly number[] = [1440, 390];
/** What 400 % text leaves of a wide screen. */
export const NARROWEST = 320;
const PHONE = 390;

async function violationsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/** What no rule of axe finds: a page wider than its screen, and ids that two elements share, so that labels miss. */
const shapeOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const ids = [...document.querySelectorAll('main [id], dialog [id], [role=dialog] [id]')].map(({ id }) => id);
    const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
    return [
      ...(scrollWidth > clientWidth ? [`wider than the screen by ${String(scrollWidth - clientWidth)} px`] : []),
      ...twice.map((id) => `two elements have the id ${id}`),
    ];
  });

interface Looks {
  /** Of the picture. */
  name: string;
  language?: Language;
  widths?: readonly number[];
}

/** Pictures of pages that have no fault are for people who come to look: `IPMARKET_PICTURES=1`. */
const KEEPS_ALL = process.env.IPMARKET_PICTURES === '1';

/**
 * Faults of what is on screen, at each width, with a picture of it. Colours, names and roles are the same in both languages, so axe looks at
 * English on the phone only.
 */
export async function faultsOf(visitor: Visitor, { name, language = 'zh-CN', widths = WIDTHS }: Looks): Promise<string[]> {
  const { page } = visitor;
  const faults: string[] = [];
  for (const width of widths) {
    await visitor.at(width);
    // Scrolled, the header would stand over what is looked at.
    await page.evaluate(() => window.scrollTo(0, 0));
    const found = await shapeOf(page);
    if (language === 'zh-CN' || width === PHONE) found.push(...(await violationsOf(page)));
    if (KEEPS_ALL || found.length > 0) await shot(visitor, `pages/${name}-${language}-${String(width)}`);
    faults.push(...found.map((fault) => `${language} ${String(width)} px: ${fault}`));
  }
  return [...faults, ...visitor.complaints.splice(0)];
}

/** What is on screen has no fault, at the widths named. */
export async function inOrder(visitor: Visitor, name: string, widths: readonly number[] = WIDTHS): Promise<void> {
  expect(await faultsOf(visitor, { name, widths })).toEqual([]);
}

/** A page has no fault in either language; it is left in Chinese on a wide screen. */
export async function inOrderInBothLanguages(visitor: Visitor, address: string, name: string): Promise<void> {
  for (const language of ['en', 'zh-CN'] as const) {
    await visitor.speaks(language);
    await visitor.open(address);
    expect(await faultsOf(visitor, { name, language })).toEqual([]);
  }
  await visitor.at(1440);
}
