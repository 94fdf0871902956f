import antd from 'antd/es/locale/zh_CN';
import catalogue from '@/locales/zh-CN/catalogue.json';
import kernel from '@/locales/zh-CN/kernel.json';
import oversight from '@/locales/zh-CN/oversight.json';
import parties from '@/locales/zh-CN/parties.json';
import trading from '@/locales/zh-CN/trading.json';
import type { LanguagePack } from './languages.ts';

export const pack: LanguagePack = {
  texts: { translation: { kernel, parties, catalogue, trading, oversight } },
  antd,
};
