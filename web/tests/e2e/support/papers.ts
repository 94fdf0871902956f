import { deflateSync, crc32 } from 'node:zlib';
import { expect } from '@playwright/test';
import { ask, send } from './asking.ts';
import type { Visitor } from './market.ts';

const PDF = { name: '示例材料.pdf', mimeType: 'application/pdf' };

/** A PDF of one empty page; the mark makes it another file. */
export function aPdf(mark: string): { name: string; mimeType: string; buffer: Buffer } {
  const head = `%PDF-1.7\n%${mark}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n`;
  const place = Buffer.byteLength(head);
  const text = `${head}xref\n0 1\n0000000000 65535 f \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n${String(place)}\n%%EOF\n`;
  return { ...PDF, buffer: Buffer.from(text) };
}

const WIDTH = 240;
const HEIGHT = 160;

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A picture that shades from one colour into another. */
export function aPicture(): { name: string; mimeType: string; buffer: Buffer } {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: WIDTH }, (__, x) => [60 + y, 90, 255 - x]).flat()]),
  );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))];
  return { name: '窑炉.png', mimeType: 'image/png', buffer: Buffer.concat(parts) };
}

const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Uploads the paper of an item; says its day of issue where the page asks for it. */
export async function bring({ page }: Visitor, item: string, asksDay = false): Promise<void> {
  if (asksDay) await page.getByRole('button', { name: `上传：${item}`, exact: true }).click();
  if (asksDay) await page.getByRole('dialog').getByLabel('出具日期').fill(today());
  await page.getByLabel(`“${item}”的文件`, { exact: true }).setInputFiles(aPdf(crypto.randomUUID()));
  await expect(page.getByText(`已上传“${item}”。`)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Reads the standard declaration and makes it. */
export async function declare({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: '在线声明', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('已知瑕疵').fill('无');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: '在线声明', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

/** All that a company's invention for sale owes. */
export async function bringPapers(seller: Visitor): Promise<void> {
  await bring(seller, '专利登记簿副本', true);
  for (const item of ['缴费凭证', '内部决议', '委托协议']) await bring(seller, item);
  await declare(seller);
  await expect(seller.page.getByText('必交材料已齐')).toBeVisible();
}

/** The officer looks through the checklist and finds it in order. */
export async function findInOrder({ page }: Visitor): Promise<void> {
  await page.getByRole('button', { name: '其余全部合格' }).click();
  await expect(page.getByText('全部材料已有结论。')).toBeVisible();
}

interface Pack {
  items: { kind: string; patent: string | null; state: string; freshFrom: string | null; maxAgeDays: number | null; isSubmitted: boolean }[];
  declaration: { textVersion: string };
}

const DAY_MS = 86_400_000;
const daysAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Over HTTP all that is owed, for a story that is about something else. */
export async function supplyPapers(seller: Visitor, listing: string): Promise<void> {
  const pack = await ask<Pack>(seller, `/api/listings/${listing}/title-pack`);
  for (const { kind, patent, state, freshFrom, maxAgeDays } of pack.items) {
    if (state !== 'Missing' && state !== 'Outdated') continue;
    if (kind === 'DefectStatement') {
      const data = { textVersion: pack.declaration.textVersion, defects: '无' };
      await send(seller, `/api/listings/${listing}/title-pack/declaration`, { method: 'PUT', data });
    } else {
      const multipart = {
        file: aPdf(kind),
        kind,
        ...(patent === null ? {} : { patent }),
        ...(freshFrom === null ? {} : { issuedOn: daysAfter(freshFrom, maxAgeDays ?? 0) }),
      };
      await send(seller, `/api/listings/${listing}/documents`, { multipart });
    }
  }
}

/** Over HTTP: the officer finds every item in order and the listing complete. */
export async function handleListing(handler: Visitor, listing: string): Promise<void> {
  const { items } = await ask<Pack>(handler, `/api/listings/${listing}/title-pack`);
  const verdicts = items.filter((item) => item.isSubmitted).map(({ kind, patent }) => ({ kind, patent, verdict: 'InOrder', remark: '' }));
  await send(handler, `/api/listings/${listing}/title-pack/verdicts`, { method: 'PUT', data: { verdicts } });
  await send(handler, `/api/listings/${listing}/handle`, {});
}
