/** Starts Chromium. */
import { chromium, type Browser } from 'playwright-core';

/** The names that it goes by. */
export const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome'];

/** Nothing but this machine can be reached from it. */
export function launchChromium(program: string): Promise<Browser> {
  return chromium.launch({
    executablePath: program,
    args: [
      ...['--no-sandbox', '--disable-gpu'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
}
