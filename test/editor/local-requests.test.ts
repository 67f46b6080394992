/** Requests of the editor to the preview on the writer's own machine. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { confirmChanges } from '../../src/editor/browser/confirm-changes.ts';
import { renewToken } from '../../src/editor/browser/renew-token.ts';

const API = 'http://127.0.0.1:8080/.perennial/editor/api/v1';
const OPTIONS = { method: 'POST', headers: { authorization: 'token old' } };

const said: string[] = [];
let answers: (address: string, headers: Headers) => Response;

beforeEach(() => {
  said.length = 0;
  vi.stubGlobal('location', { pathname: '/admin/' });
  vi.stubGlobal('window', {
    fetch: async (address: string, options?: RequestInit) =>
      answers(address, new Headers(options?.headers)),
    alert: (message: string) => void said.push(message),
  });
});

afterEach(() => vi.unstubAllGlobals());

function failing(): Response {
  return Response.json({ message: 'It fails.' }, { status: 500 });
}

it('a deletion that fails says why', async () => {
  answers = failing;
  confirmChanges(API);
  const body = JSON.stringify({ files: [{ operation: 'delete', path: 'a' }] });
  await window.fetch(`${API}/contents`, { ...OPTIONS, body });
  expect(said).toEqual(['It fails.']);
});

it.each([
  ['page of an unsaved text', { text: '"operation":"delete"' }],
  ['save', { files: [{ operation: 'update' }, { operation: 'delete' }] }],
])('a %s that fails interrupts nobody', async (_, body) => {
  answers = failing;
  confirmChanges(API);
  await window.fetch(`${API}/x`, { ...OPTIONS, body: JSON.stringify(body) });
  expect(said).toEqual([]);
});

it('goes on with the token of a preview that has been started again', async () => {
  const asked: string[] = [];
  answers = (address, headers) => {
    asked.push(address);
    if (address === '/admin/') return new Response('<script data-token="new"></script>');
    return new Response('', { status: headers.get('authorization') === 'token new' ? 200 : 403 });
  };
  renewToken(API);
  expect((await window.fetch(`${API}/a`, OPTIONS)).status).toBe(200);
  expect((await window.fetch(`${API}/b`, OPTIONS)).status).toBe(200);
  expect(asked).toEqual([`${API}/a`, '/admin/', `${API}/a`, `${API}/b`]);
});

it('takes no for an answer', async () => {
  answers = (address) =>
    address === '/admin/'
      ? new Response('<script data-token="old"></script>')
      : new Response('', { status: 403 });
  renewToken(API);
  expect((await window.fetch(`${API}/a`, OPTIONS)).status).toBe(403);
});
