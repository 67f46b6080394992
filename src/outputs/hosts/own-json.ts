/** Merges the configuration of a host with a JSON file of `public/`. */
import * as z from 'zod';
import { isObject, mergeJson } from '../../lib/merge-json.ts';
import { firstFew } from '../../lib/wording.ts';
import type { Deployment, HostReport } from './host.ts';
import { reportHeaders } from './own-headers.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * The configuration, below what the file says. Reports fields that the file sets otherwise.
 * @param path of the file: `/vercel.json`
 */
export function withOwnJson(
  { own }: Deployment,
  path: string,
  configuration: Json,
  report: HostReport,
): Json {
  const file = own.get(path);
  if (file?.invalid !== undefined) report.invalid(file.invalid);
  if (file?.json === undefined) return configuration;
  const { value, replaced, mismatched } = mergeJson(file.json, configuration);
  if (mismatched.length > 0)
    report.refuse(
      file,
      `has a value of another type in ${firstFew(mismatched, 3)} than the one that the build writes`,
      'Write it like the build, whose file you see if you move yours away, or remove it.',
    );
  if (replaced.length > 0)
    report.yields(file, `sets ${firstFew(replaced, 3)} to something else than the build`);
  return isObject(value) ? value : configuration;
}

/** A list of a merged configuration. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

interface Header {
  readonly key: string;
  readonly value: string;
}

const HeaderEntries = z
  .array(z.looseObject({ headers: z.array(z.object({ key: z.string(), value: z.string() })) }))
  .catch([]);

/**
 * Headers of the file that the build sets too, to repeat after its own: the last one prevails.
 * @param path of the file
 * @param list the headers of the file
 */
export function repeatedHeaders(
  { own }: Deployment,
  path: string,
  list: unknown,
  ours: readonly { readonly headers: readonly Header[] }[],
  report: HostReport,
): readonly unknown[] {
  const file = own.get(path);
  if (file === undefined) return [];
  const known = new Set(ours.flatMap(({ headers }) => headers.map(({ key }) => key.toLowerCase())));
  const repeated = HeaderEntries.parse(list).flatMap((entry) => {
    const headers = entry.headers.filter(({ key }) => known.has(key.toLowerCase()));
    return headers.length === 0 ? [] : [{ ...entry, headers }];
  });
  const names = repeated.flatMap(({ headers }) => headers.map(({ key }) => key));
  reportHeaders(file, names, report);
  return repeated;
}
