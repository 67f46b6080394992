/** Part of `npm version`: moves the unreleased changes in CHANGELOG.md under the new version. */
import { readFileSync, writeFileSync } from 'node:fs';

const HEADING = '## [Unreleased]\n';
const version = process.env['npm_package_version'];
const changelog = readFileSync('CHANGELOG.md', 'utf8');
if (!changelog.includes(HEADING)) throw new Error('CHANGELOG.md has no heading "[Unreleased]".');
const today = new Date().toISOString().slice(0, 10);
writeFileSync(
  'CHANGELOG.md',
  changelog.replace(HEADING, `${HEADING}\n## [${version}] - ${today}\n`),
);
