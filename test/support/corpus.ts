/** Finds the corpus of real posts, which is not part of the project. */
import path from 'node:path';

const named = process.env['CORPUS_DIR'] ?? '';

/**
 * Absolute path from `CORPUS_DIR`. The folder holds `psf/posts`, `psf/authors`,
 * `expect.psf.json` (what each post must become) and `golden40.txt` (the names
 * of forty difficult posts).
 */
export const corpusDir: string | undefined = named === '' ? undefined : path.resolve(named);
