import en from '@/locales/en/sealed.json';
import zh from '@/locales/zh-CN/sealed.json';
import { addTexts } from './start.ts';

/** The words of sealed bids come with what shows them: most rooms have none. */
addTexts('sealed', { 'zh-CN': zh, en });
