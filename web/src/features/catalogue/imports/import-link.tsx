import { useTranslation } from 'react-i18next';
import type { Server } from '@/shared/api/types.ts';
import { paths } from '@/shared/paths.ts';
import { allows } from '@/shared/session/session.ts';
import { ButtonLink } from '@/shared/ui/button-link.tsx';

/** Whether somebody may import files: the centre's, or what his party brings. */
export const mayImport = (me: Server['Me'] | null | undefined): boolean =>
  allows(me, 'import-patents') || allows(me, 'import-own-patents');

/** Leads to the page of imports those who may import. */
export function ImportLink({ me }: { me: Server['Me'] | null | undefined }) {
  const { t } = useTranslation();
  return mayImport(me) ? <ButtonLink to={paths.imports}>{t('catalogue.import.title')}</ButtonLink> : null;
}
