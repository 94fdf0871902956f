import type catalogue from '@/locales/zh-CN/catalogue.json';
import type kernel from '@/locales/zh-CN/kernel.json';
import type oversight from '@/locales/zh-CN/oversight.json';
import type parties from '@/locales/zh-CN/parties.json';
import type sealed from '@/locales/zh-CN/sealed.json';
import type trading from '@/locales/zh-CN/trading.json';
import type verifying from '@/locales/zh-CN/verifying.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: {
      translation: {
        kernel: typeof kernel;
        parties: typeof parties;
        catalogue: typeof catalogue;
        trading: typeof trading;
        sealed: typeof sealed;
        verifying: typeof verifying;
        oversight: typeof oversight;
      };
    };
  }
}
