/** Imports many damaged exports, each with its own seed. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import type { Source } from '../../../src/import/source/source.ts';
import { memorySource } from '../../support/memory-source.ts';
import { damagedExport, filesOf } from './cases.ts';
import { tryImport } from './trial.ts';

export interface ImportCampaign {
  readonly cases: number;
  readonly seed: number;
  /** Number of the first case. */
  readonly from: number;
  /** No new case begins after these. */
  readonly milliseconds: number;
  /** Where each case has a folder while it runs. */
  readonly folder: string;
  /** Told of each kind of finding once. */
  readonly found?: (finding: ImportFinding) => void;
}

export interface ImportFinding {
  readonly fault: string;
  /** Case that showed it first. */
  readonly number: number;
}

export interface ImportCampaignReport {
  readonly cases: number;
  /** Cases from which something was imported. */
  readonly imported: number;
  readonly findings: readonly ImportFinding[];
}

export async function importCampaign(options: ImportCampaign): Promise<ImportCampaignReport> {
  const { cases, seed, from, milliseconds, folder, found } = options;
  const findings = new Map<string, ImportFinding>();
  const start = performance.now();
  let done = 0;
  let imported = 0;
  for (; done < cases && performance.now() - start < milliseconds; done++) {
    const number = from + done;
    mkdirSync(folder, { recursive: true });
    const own = mkdtempSync(path.join(folder, 'case-'));
    const files = filesAt(seed, number);
    const { faults, result } = await tryImport(async () => sourceOf(files), own, files);
    rmSync(own, { recursive: true });
    if (result !== undefined) imported++;
    for (const fault of faults) {
      if (findings.has(fault)) continue;
      findings.set(fault, { fault, number });
      found?.({ fault, number });
    }
  }
  return { cases: done, imported, findings: [...findings.values()] };
}

/** Files beside each other, or pages of the web of which the user names the first. */
function sourceOf(files: Readonly<Record<string, Buffer>>): Source {
  const [first = ''] = Object.keys(files);
  if (!first.startsWith('https://')) return memorySource(files);
  return { name: first, url: first, files: [], close: async () => {} };
}

/** The files of a case, or the pages. */
export function filesAt(seed: number, number: number): Record<string, Buffer> {
  const own = (seed * 1_000_003 + number) % 2_147_483_647;
  const [damaged] = fc.sample(damagedExport, { seed: own, numRuns: 1 });
  if (damaged === undefined) throw new Error('fast-check made no case.');
  return filesOf(damaged);
}
