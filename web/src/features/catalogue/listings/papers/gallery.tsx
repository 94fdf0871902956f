import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allows } from '@/shared/session/session.ts';
import { Choice } from '@/shared/ui/choice.tsx';
import { Section } from '@/shared/ui/page.tsx';
import { type Document, documentsQuery, SHOWN_KINDS } from './api.ts';
import { DocumentLine, sizeOf } from './document-line.tsx';
import classes from './papers.module.css';
import { UploadButton } from './upload-button.tsx';

/** Drawings, brochures and photos: pictures as pictures, the rest as files. Nothing is said where there are none. */
export function Gallery({ listing }: { listing: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(documentsQuery(listing));
  if (!data) return null;
  const shown = data.items.filter(({ kind }) => SHOWN_KINDS.some((one) => one === kind));
  const mayChange = allows(data, 'add');
  if (shown.length === 0 && !mayChange) return null;
  const pictures = shown.filter(({ mediaType }) => mediaType.startsWith('image/'));
  const files = shown.filter(({ mediaType }) => !mediaType.startsWith('image/'));
  return (
    <Section title={t('catalogue.papers.gallery')}>
      {pictures.length > 0 && (
        <ul className={classes.pictures}>{pictures.map((picture) => <Picture key={picture.number} picture={picture} />)}</ul>
      )}
      {(mayChange ? shown : files).length > 0 && (
        <ul className={classes.documents}>
          {(mayChange ? shown : files).map((document) => (
            <DocumentLine key={document.number} listing={listing} document={document} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && <AddShown listing={listing} used={data.bytesUsed} max={data.bytesMax} />}
    </Section>
  );
}

function Picture({ picture: { href, name, kind } }: { picture: Document }) {
  const { t } = useTranslation();
  const shown = SHOWN_KINDS.find((one) => one === kind) ?? 'Photo';
  return (
    <li>
      <a href={href} target="_blank" rel="noreferrer">
        <img src={href} alt={t('catalogue.papers.pictureOf', { kind: t(`catalogue.papers.shown.${shown}`), name })} />
      </a>
    </li>
  );
}

function AddShown({ listing, used, max }: { listing: string; used: number; max: number }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<(typeof SHOWN_KINDS)[number]>('Photo');
  return (
    <div className={classes.judgement}>
      <p className={classes.small}>{t('catalogue.papers.galleryHint', { used: sizeOf(used), max: sizeOf(max) })}</p>
      <Choice
        label={t('catalogue.papers.shownKind')}
        value={kind}
        options={SHOWN_KINDS.map((value) => ({ value, label: t(`catalogue.papers.shown.${value}`) }))}
        onChange={(value) => setKind(SHOWN_KINDS.find((one) => one === value) ?? kind)}
      />
      <UploadButton listing={listing} kind={kind} isPublic label={t('catalogue.papers.uploadPublic')} name={t(`catalogue.papers.shown.${kind}`)} />
    </div>
  );
}
