/** Tells addresses of the web from those of this machine and its network. */
import { lookup } from 'node:dns/promises';
import { BlockList } from 'node:net';

/** https://www.iana.org/assignments/iana-ipv4-special-registry/ and its counterpart for IPv6 */
const PRIVATE = {
  4: blockList('ipv4', [
    ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
    ...['172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15'],
    ...['224.0.0.0/4', '240.0.0.0/4'],
  ]),
  6: blockList('ipv6', [
    // These stand for addresses of IPv4, which could be any of the above.
    ...['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '2002::/16'],
    ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
  ]),
};

/** One list for each family: an IPv4 address also matches ranges of mapped ones. */
function blockList(family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    list.addSubnet(network, Number(prefix), family);
  }
  return list;
}

/** A server of a page or feed has led to an address that only the owner may name. */
export class PrivateAddress extends Error {
  constructor(url: URL, address: string) {
    const place = url.hostname === address ? '' : ` (${address})`;
    super(
      `it leads to ${url.host}${place} in a private network; if you want that, name that address yourself`,
    );
    this.name = 'PrivateAddress';
  }
}

/**
 * @throws {PrivateAddress} if the name of the host stands for such an address
 * @throws {Error} if it stands for none
 */
export async function checkPublic(url: URL): Promise<void> {
  const name = url.hostname.replace(/^\[|\]$/g, '');
  for (const { address, family } of await lookup(name, { all: true }))
    if (family === 6 ? PRIVATE[6].check(address, 'ipv6') : PRIVATE[4].check(address, 'ipv4'))
      throw new PrivateAddress(url, address);
}
