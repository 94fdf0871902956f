import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { makeQueryClient } from '../shared/api/queries.ts';
import { knownLanguage, type LanguagePack, loadLanguage } from '../shared/i18n/languages.ts';
import { useLanguage } from '../shared/i18n/use-language.ts';
import { Messages } from '../shared/ui/messages.tsx';
import { theme } from '../shared/ui/theme.ts';
import { nonce } from './nonce.ts';

export function Providers({ children, queries }: { children: ReactNode; queries?: QueryClient }) {
  const [client] = useState(() => queries ?? makeQueryClient());
  const locale = useAntdLocale();
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider
        theme={theme}
        {...(locale ? { locale } : {})}
        {...(nonce ? { csp: { nonce } } : {})}
        button={{ autoInsertSpace: false }}
      >
        <Messages>{children}</Messages>
      </ConfigProvider>
    </QueryClientProvider>
  );
}

/** Known from the first paint on: a locale that comes later would mount the whole page anew. */
function useAntdLocale(): LanguagePack['antd'] | null {
  const language = useLanguage();
  const [pack, setPack] = useState(() => knownLanguage(language));
  useEffect(() => {
    let current = true;
    void loadLanguage(language).then((loaded) => {
      if (current) setPack(loaded);
    });
    return () => {
      current = false;
    };
  }, [language]);
  return pack?.antd ?? null;
}
