import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { paths } from '@/shared/paths.ts';
import { allows, requiredMeQuery } from '@/shared/session/session.ts';
import { Loaded } from '@/shared/ui/loaded.tsx';
import { Page, Section } from '@/shared/ui/page.tsx';
import { Forbidden } from '@/shared/ui/states.tsx';
import { ImportLink } from '../../imports/import-link.tsx';
import { PatentForm } from './patent-form.tsx';

/** A patent the catalogue does not have, entered by hand: by a party or by a handler. */
export function RecordPatentPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  return (
    <Loaded query={useQuery(requiredMeQuery)}>
      {(me) =>
        allows(me, 'record-patents') ? (
          <Page title={t('catalogue.record.title')} lead={t('catalogue.record.lead')} acts={<ImportLink me={me} />} narrow>
            <Section title={t('catalogue.patent.bibliography')}>
              <PatentForm
                number={search.get('number') ?? ''}
                onRecorded={(number) => void navigate(paths.patent(number))}
              />
            </Section>
          </Page>
        ) : (
          <Forbidden />
        )
      }
    </Loaded>
  );
}
