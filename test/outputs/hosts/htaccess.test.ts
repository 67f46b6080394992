/** Apache with `.htaccess`. */
import { htaccessHost } from '../../../src/outputs/hosts/htaccess.ts';
import { describeWebServer } from '../../support/web-server-tests.ts';

describeWebServer('htaccess', htaccessHost, {
  ignoresCase: false,
  dropsQuery: false,
  decodesSlashes: false,
  sendsCompressed: false,
});
