import type { TFunction } from 'i18next';

/** What is sold in one line: the first patent's title, of several patents with how many they are. */
export const lotTitle = (t: TFunction, { title, patents }: { title: string; patents: number }): string =>
  patents > 1 ? t('kernel.several', { title, count: patents }) : title;
