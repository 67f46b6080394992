/** Part of `npm version`: lists the files of the release, by which clones tell later whether they were altered. */
import { RELEASE, writeRelease } from '../../src/upgrade/release.mjs';

writeRelease('.', RELEASE);
