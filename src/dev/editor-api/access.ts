/** Lets only the editor of this preview, in a browser on this machine, use the API. */
import type { IncomingMessage } from 'node:http';
import { isFromThisMachine, isSame } from '../access.ts';
import type { Answer } from '../answer.ts';
import type { EditorApi } from './editor-api.ts';
import { BAD, FAILED, FORBIDDEN, Refusal, TOO_LARGE } from './refusal.ts';

/** Bytes of a request: some pictures, which are a third longer in Base64. */
const MAX_BODY = 150_000_000;

const STRANGER =
  'Only the editor of this preview, on this machine, may change files. Copy your text, and reload the page.';

/**
 * @param path below the start of the API
 * @param editor its origin, and the token that it has got with its page
 */
export async function answerEditor(
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
  api: EditorApi,
  editor: Editor,
): Promise<Answer> {
  const { method = 'GET' } = request;
  if (!isFromEditor(request, editor)) return message(FORBIDDEN, STRANGER);
  try {
    const body: unknown = method === 'POST' ? JSON.parse(await readBody(request)) : undefined;
    const isConfirmed = request.headers['x-perennial-confirmed'] !== undefined;
    return await api.answer({ method, path, query, body, isConfirmed });
  } catch (error) {
    if (error instanceof Refusal) return message(error.status, error.message);
    if (error instanceof SyntaxError) return message(BAD, 'The request is not JSON.');
    return message(FAILED, error instanceof Error ? error.message : String(error));
  }
}

interface Editor {
  readonly origin: string;
  readonly token: string;
}

/** Browsers name the origin of every request that could change something. */
function isFromEditor(request: IncomingMessage, editor: Editor): boolean {
  const { host, origin, authorization = '', 'sec-fetch-site': site } = request.headers;
  const from = origin ?? (request.method === 'GET' ? `http://${host}` : undefined);
  return (
    isFromThisMachine(request) &&
    (request.method === 'GET' || request.method === 'POST') &&
    from === editor.origin &&
    (site === undefined || site === 'same-origin') &&
    isSame(authorization, `token ${editor.token}`)
  );
}

async function readBody(request: IncomingMessage): Promise<string> {
  // Before anything is read, since the connection ends where reading ends.
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) throw tooLarge();
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    length += bytes.length;
    if (length > MAX_BODY) throw tooLarge();
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString();
}

function tooLarge(): Refusal {
  return new Refusal(
    TOO_LARGE,
    `The files have more than ${MAX_BODY / 1_000_000} MB together. Save them one by one, or make them smaller.`,
  );
}

function message(status: number, text: string): Answer {
  return { status, type: 'application/json', content: JSON.stringify({ message: text }) };
}
