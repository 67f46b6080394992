/** `npm run icons`: writes the icons made from the logo, to edit them. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors } from '../lib/problem.ts';
import { reasonOf } from '../publish/fs-errors.ts';
import { writeFile } from '../publish/writer.ts';
import type { Command } from './command.ts';
import { SITE_OPTIONS, parseFlags } from './flags.ts';
import { readSiteFlags } from './site-flags.ts';
import { Reporter } from './reporter.ts';

const NAME = 'icons';

const USAGE = `Usage: npm run icons -- [options]

  --content DIR    content folder (default: content)
  --output DIR     folder to write to (default: the folder public in it)
  --force          replace icons that are there already
  --help           print this text

Every build makes these icons from the logo, or from the accent without one. Write
them only to change them: icons in content/public are published as they are.`;

export const iconsCommand: Command = {
  usage: USAGE,
  async run(args) {
    const { values } = parseFlags({
      args,
      options: {
        content: SITE_OPTIONS.content,
        output: { type: 'string' },
        force: { type: 'boolean', default: false },
      },
    });
    const { contentDir, publicDir } = readSiteFlags(values);
    const { output = join(contentDir, 'public'), force } = values;
    const reporter = new Reporter(NAME, 'text');
    const { loadIcons } = await import('../build/load-icons.ts');
    const { icons, problems } = await loadIcons(contentDir, publicDir);
    if (hasErrors(problems)) return reporter.invalidContent(problems, 'No icons were written.');
    const files = Object.entries(icons).map(
      ([path, bytes]) => [join(output, path), Buffer.from(bytes)] as const,
    );
    if (files.length === 0)
      return reporter.failure(
        'There is nothing to make icons from. Set `logo` in `site.yaml` to an image beside it.',
      );
    try {
      const changed = files.filter(([file, bytes]) => differs(file, bytes));
      if (changed.length > 0 && !force)
        return reporter.failure(
          `${changed.map(([file]) => file).join(', ')} would be replaced. Remove what you do not need, or use --force. No icons were written.`,
        );
      for (const [path, bytes] of Object.entries(icons))
        writeFile({ folder: output }, path, Buffer.from(bytes));
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      return reporter.failure(
        `Cannot write the icons to ${output}: ${reason}. Mend that, or choose another folder with --output.`,
      );
    }
    return reporter.success(problems, `Wrote ${files.length} icons to ${output}.`);
  },
};

/** Whether something else is there. Follows no link, and waits for no pipe. */
function differs(file: string, bytes: Buffer): boolean {
  const status = lstatSync(file, { throwIfNoEntry: false });
  return status !== undefined && !(status.isFile() && readFileSync(file).equals(bytes));
}
