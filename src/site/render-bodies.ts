/** The bodies of all posts and pages, rendered with the site's table of links. */
import type { Plan } from '../addresses/plan.ts';
import type { Addressed } from '../addresses/redirects.ts';
import type { BodySource } from '../markdown/body.ts';
import type { RenderedBody } from '../markdown/render-body.ts';
import type { Problems } from '../problem.ts';
import type { Crew, Render } from './crew.ts';
import type { BodyOf } from './posts.ts';

/** A body for every post and page of the plan. */
export async function renderBodies(
  plan: Plan,
  render: Render,
  crew: Crew,
  problems: Problems,
): Promise<BodyOf> {
  const places: Addressed[] = [...plan.posts, ...plan.pages];
  const bodies = await crew.run(places.map(sourceOf), render, plan.links);
  for (const body of bodies) problems.add(body.problems);
  const byPath = new Map(places.map(({ address }, index) => [address.path, bodies[index]]));
  return ({ address }) => byPath.get(address.path) ?? EMPTY;
}

const EMPTY: RenderedBody = { html: '', prose: '', files: [], problems: [] };

function sourceOf({ entry, address }: Addressed): BodySource {
  const { file, body, bodyLine, files } = entry;
  return { file, markdown: body, line: bodyLine, files, url: address.url };
}
