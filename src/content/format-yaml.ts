/** Writes YAML that `parseYaml` reads back. */
import { CORE_SCHEMA, dump } from 'js-yaml';

/**
 * @param value plain data without `undefined`
 * @param flowLevel depth from which lists and maps are on one line: `tags: [a, b]`
 */
export function formatYaml(value: unknown, flowLevel = -1): string {
  return dump(value, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true, flowLevel });
}
