/** Reads YAML as the build does. */
import { CORE_SCHEMA, load } from 'js-yaml';

/** @throws if the text is invalid; the message says where */
export function readYaml(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA });
}

/** `undefined` if the text is invalid. */
export function tryYaml(text: string): unknown {
  try {
    return readYaml(text);
  } catch {
    return undefined;
  }
}
