import { noteWritten, sendingHeaders, withAToken } from './client.ts';
import { Refused } from './problems.ts';

function send(url: string, form: FormData, headers: Headers, onProgress: (percent: number) => void): Promise<Response> {
  return new Promise((done, fail) => {
    const call = new XMLHttpRequest();
    call.open('POST', url);
    headers.forEach((value, name) => call.setRequestHeader(name, value));
    call.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : Math.floor((loaded / total) * 100));
    call.onload = () => {
      const type = call.getResponseHeader('Content-Type') ?? '';
      done(new Response(call.responseText, { status: call.status, headers: { 'Content-Type': type } }));
    };
    call.onerror = () => fail(new TypeError('upload failed'));
    call.send(form);
  });
}

/** Sends a form with a file and says how far it came; a browser's fetch does not tell. Headers are those of any write. */
export async function upload<T>(
  url: string,
  form: FormData,
  commandId: string,
  onProgress: (percent: number) => void,
): Promise<T> {
  const response = await withAToken(async (token) => send(url, form, sendingHeaders(token, commandId), onProgress));
  if (!response.ok) throw await Refused.from(response);
  await noteWritten(response);
  return (await response.json()) as T;
}
