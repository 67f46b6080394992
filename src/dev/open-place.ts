/** Opens the file that a page of the preview asks for. */
import type { IncomingMessage } from 'node:http';
import { isFromOwnPage } from './access.ts';
import type { Answer } from './answer.ts';
import type { EditorOptions } from './open-in-editor.ts';

/** Characters of a path with line and column. */
const MAX_PLACE = 5000;

/** @param token known only to pages of this preview */
export async function openPlace(
  request: IncomingMessage,
  token: string,
  editor: EditorOptions,
): Promise<Answer> {
  if (!isFromOwnPage(request, token))
    return {
      status: 403,
      content: 'Only pages of this preview, on this machine, open files. Reload the page.',
    };
  const { openInEditor } = await import('./open-in-editor.ts');
  const opened = await openInEditor(await readPlace(request), editor);
  if (opened.kind === 'opened') return { status: 204, content: '' };
  return { status: opened.kind === 'refused' ? 403 : 500, content: opened.reason };
}

/** The body of a request; empty if it cannot be the name of a file. */
async function readPlace(request: IncomingMessage): Promise<string> {
  let place = '';
  try {
    for await (const part of request.setEncoding('utf8')) {
      place += part;
      if (place.length > MAX_PLACE) return '';
    }
  } catch {
    return '';
  }
  return place;
}
