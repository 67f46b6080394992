/** Apache, configured by its administrator. */
import { apacheHost } from '../../../src/outputs/hosts/apache.ts';
import { describeWebServer } from '../../support/web-server-tests.ts';

describeWebServer('apache', apacheHost, {
  ignoresCase: true,
  dropsQuery: true,
  decodesSlashes: true,
  sendsCompressed: false,
});
