/** The files as the editor has last read them; it keeps them in the browser. */

/** Of a database of the editor: files by path. */
const STORE = 'file-cache';

export class KnownTexts {
  readonly #database: string;

  /** @param repo owner and name */
  constructor(backend: string, repo: string) {
    this.#database = `${backend}:${repo}`;
  }

  /** As a format reads it; `undefined` if the editor knows no such file. */
  async read(path: string): Promise<string | undefined> {
    const file = await this.#ask((store) => store.get(path));
    if (typeof file !== 'object' || file === null || !('text' in file)) return undefined;
    return typeof file.text === 'string' ? asRead(file.text) : undefined;
  }

  async #ask(request: (store: IDBObjectStore) => IDBRequest<unknown>): Promise<unknown> {
    // Opening a database that is missing makes one.
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === this.#database)) return undefined;
    const database = await answerOf(indexedDB.open(this.#database));
    try {
      if (!database.objectStoreNames.contains(STORE)) return undefined;
      return await answerOf(request(database.transaction(STORE).objectStore(STORE)));
    } finally {
      database.close();
    }
  }
}

/** The editor takes line ends and white space off a text before a format sees it. */
export function asRead(text: string): string {
  return text.trim().replace(/\r\n?/g, '\n');
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('No answer')));
  });
}
