import en from '@/locales/en/verifying.json';
import zh from '@/locales/zh-CN/verifying.json';
import { addTexts } from './start.ts';

/** The words of the offline check come with its page. */
addTexts('verifying', { 'zh-CN': zh, en });
