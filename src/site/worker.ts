/** The other thread of a build: renders the blocks that `crew.ts` sends. */
import { parentPort } from 'node:worker_threads';
import { linkResolver, type LinkTable } from '../addresses/resolver.ts';
import type { BodySource } from '../markdown/body.ts';
import { renderBody, type RenderedBody } from '../markdown/render-body.ts';
import type { Block } from './crew.ts';

/** First the table of links, then block after block. */
type Message = { readonly links: LinkTable } | Block<BodySource>;

let resolver = linkResolver({ basePath: '', legacyHosts: [], legacy: new Map(), posts: new Map() });

parentPort?.on('message', async (message: Message) => {
  if ('links' in message) {
    resolver = linkResolver(message.links);
    return;
  }
  const items: RenderedBody[] = [];
  for (const source of message.items) items.push(await renderBody(source, resolver));
  parentPort?.postMessage({ index: message.index, items });
});
