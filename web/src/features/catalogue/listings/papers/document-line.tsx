import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/format/dates.ts';
import { ActButton } from '@/shared/ui/act-button.tsx';
import { type Document, removeDocument } from './api.ts';
import classes from './papers.module.css';
import { UploadButton } from './upload-button.tsx';

const KB = 1024;

/** 200 bytes are 1 KB to people; one decimal from 1 MB on. */
export const sizeOf = (bytes: number): string =>
  bytes < KB * KB ? `${String(Math.ceil(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;

interface DocumentLineProps {
  listing: string;
  document: Document;
  mayChange: boolean;
  asksDay?: boolean;
  freshFrom?: string | null;
}

/** A document with what is known of it; its seller replaces or removes it. */
export function DocumentLine({ listing, document, mayChange, asksDay = false, freshFrom = null }: DocumentLineProps) {
  const { t } = useTranslation();
  const name = document.name || t('catalogue.papers.erased');
  return (
    <li className={classes.document}>
      <a href={document.href} target="_blank" rel="noreferrer">{name}</a>
      <span className={`${classes.small} figures`}>
        {document.issuedOn && t('catalogue.papers.issued', { day: document.issuedOn })}
        {sizeOf(document.bytes)}
        {document.addedAt && ` · ${t('catalogue.papers.added', { day: formatDate(document.addedAt) })}`}
      </span>
      {mayChange && (
        <span className={classes.acts}>
          <UploadButton
            listing={listing}
            kind={document.kind}
            patent={document.patent}
            label={t('catalogue.papers.replace')}
            name={name}
            isPublic={document.visibility === 'Public'}
            asksDay={asksDay}
            freshFrom={freshFrom}
            replaces={document.number}
          />
          <ActButton
            small
            danger
            label={t('catalogue.papers.remove')}
            explain={t('catalogue.papers.removeText', { name })}
            done={t('catalogue.papers.removed', { name })}
            act={(_, commandId) => removeDocument(listing, document.number, commandId)}
          />
        </span>
      )}
    </li>
  );
}
