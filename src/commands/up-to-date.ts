/**
 * Tells that nothing has changed since the last build. A bundle of its own, which loads
 * in a fraction of the time that the whole program takes; keep what it imports small.
 */
import type { BuildRecord, Report, Seen } from '../incremental/build-record.ts';
import { hasUnfinishedBuild } from '../publish/staging.ts';
import { parseBuildFlags, type BuildValues } from './build-flags.ts';
import { exitOnErrors } from './exit-on-errors.ts';
import { readFormat } from './flags.ts';
import { openRecord } from './last-build.ts';
import { Reporter } from './reporter.ts';
import { summarizeUnchanged } from './summary.ts';

/** Plain data: the whole program has classes of its own. */
export interface Look {
  /** Absent if the site must be built. */
  readonly exitCode?: number;
  /** Absent if the build itself will tell what is wrong. */
  readonly seen?: Seen;
}

/** Reports that nothing has changed, or says what it has seen of the sources. */
export function look(args: string[]): Look {
  const started = performance.now();
  const { flags, record, report } = compare(args);
  if (report === undefined || flags === undefined) return record ? { seen: record.seen } : {};
  exitOnErrors();
  const reporter = new Reporter('build', readFormat(flags.format));
  const summary = summarizeUnchanged(report, flags.output, performance.now() - started);
  return { exitCode: reporter.success(report.warnings, flags.quiet ? undefined : summary) };
}

interface Compared {
  readonly flags?: BuildValues;
  readonly record?: BuildRecord | undefined;
  /** Of the last build, if this one would do the same. */
  readonly report?: Report | undefined;
}

function compare(args: string[]): Compared {
  try {
    const flags = parseBuildFlags(args);
    readFormat(flags.format);
    const record = openRecord(flags);
    // A build also cleans up after one that was killed.
    const mustBuild = flags.full || hasUnfinishedBuild(flags.output);
    return { flags, record, report: mustBuild ? undefined : record?.unchanged(timeOf(flags)) };
  } catch {
    // The whole program tells what is wrong.
    return {};
  }
}

/** The time that an owner gives is that of the last build, if the record is of the same flags. */
function timeOf({ now }: BuildValues): number {
  return now === undefined ? Date.now() : Number.NEGATIVE_INFINITY;
}
