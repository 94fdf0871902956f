import { queryOptions } from '@tanstack/react-query';
import { answered, api, writing } from '@/shared/api/client.ts';
import type { Server } from '@/shared/api/types.ts';
import { upload } from '@/shared/api/upload.ts';

export type TitlePack = Server['TitlePackView'];
export type TitleItem = Server['TitleItemView'];
export type Document = Server['ListingDocumentView'];
export type Documents = Server['ListingDocumentsView'];
export type Kind = Server['ListingDocumentKind'];
export type Verdict = Server['VerdictForm'];
export type Finding = NonNullable<Verdict['verdict']>;

/** What everybody may be shown; the other kinds are the seller's and the centre's. */
export const SHOWN_KINDS = ['Drawing', 'Brochure', 'Photo'] as const satisfies readonly Kind[];

export const packQuery = (id: string) =>
  queryOptions({
    queryKey: ['listing', id, 'title-pack'],
    queryFn: ({ signal }) => answered(api.GET('/api/listings/{id}/title-pack', { signal, params: { path: { id } } })),
  });

export const documentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['listing', id, 'documents'],
    queryFn: ({ signal }) => answered(api.GET('/api/listings/{id}/documents', { signal, params: { path: { id } } })),
  });

export interface Upload {
  kind: Kind;
  patent: string | null;
  isPublic: boolean;
  issuedOn: string | null;
  replaces: number | null;
  file: File;
}

/** Adds a document or puts it in another's place; says how far the sending came. */
export function addDocument(id: string, sent: Upload, commandId: string, onProgress: (percent: number) => void) {
  const form = new FormData();
  form.append('kind', sent.kind);
  form.append('visibility', sent.isPublic ? 'Public' : 'Inside');
  if (sent.patent) form.append('patent', sent.patent);
  if (sent.issuedOn) form.append('issuedOn', sent.issuedOn);
  if (sent.replaces !== null) form.append('replaces', String(sent.replaces));
  form.append('file', sent.file);
  return upload<Server['Written']>(`/api/listings/${encodeURIComponent(id)}/documents`, form, commandId, onProgress);
}

export const removeDocument = (id: string, document: number, commandId: string) =>
  answered(
    api.DELETE('/api/listings/{id}/documents/{document}', {
      params: { path: { id, document }, header: writing(commandId) },
    }),
  );

const at = (id: string, commandId: string) => ({ params: { path: { id }, header: writing(commandId) } });

export const declareTitle = (id: string, body: Server['DeclarationForm'], commandId: string) =>
  answered(api.PUT('/api/listings/{id}/title-pack/declaration', { ...at(id, commandId), body }));

export const judgePack = (id: string, verdicts: Verdict[], commandId: string) =>
  answered(api.PUT('/api/listings/{id}/title-pack/verdicts', { ...at(id, commandId), body: { verdicts } }));
