import antd from 'antd/es/locale/en_US';
import catalogue from '@/locales/en/catalogue.json';
import kernel from '@/locales/en/kernel.json';
import oversight from '@/locales/en/oversight.json';
import parties from '@/locales/en/parties.json';
import trading from '@/locales/en/trading.json';
import type { LanguagePack } from './languages.ts';

export const pack: LanguagePack = {
  texts: { translation: { kernel, parties, catalogue, trading, oversight } },
  antd,
};
