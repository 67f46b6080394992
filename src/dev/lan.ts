/** Addresses at which other devices of the local network reach this machine. Imported on demand, for its library. */
import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';

/** Networks inside this machine: containers and virtual machines. */
const VIRTUAL = /^(?:docker|br-|veth|virbr|vmnet|vboxnet|vEthernet)/;

/** Given to oneself where no router gives one. */
const LINK_LOCAL = /^(?:169\.254\.|fe80:)/i;

/**
 * Hosts for URLs: IPv4 addresses, or else IPv6 ones in brackets. Those of virtual
 * networks come last; empty without a network.
 */
export function lanHosts(interfaces = networkInterfaces()): string[] {
  const addresses = Object.entries(interfaces)
    .toSorted(([a], [b]) => Number(VIRTUAL.test(a)) - Number(VIRTUAL.test(b)))
    .flatMap(([, own = []]) => own)
    .filter(({ internal, address }) => !internal && !LINK_LOCAL.test(address));
  const old = addresses.filter(({ family }) => family === 'IPv4').map(({ address }) => address);
  return old.length > 0 ? old : addresses.map(({ address }) => `[${address}]`);
}

/**
 * What to print: the addresses of the home page, and a QR code of the first.
 * @param url of the home page on this machine
 * @param isTerminal prints the code dark on light, whatever the colors of the terminal
 */
export function describeLan(url: string, isTerminal: boolean, hosts = lanHosts()): string {
  const { protocol, port, pathname } = new URL(url);
  const urls = hosts.map((host) => `${protocol}//${host}:${port}${pathname}`);
  const [first] = urls;
  if (first === undefined)
    return 'This machine is in no network, so no other device can reach the preview. Connect it, and start the preview again to see its address.';
  const lines = renderUnicodeCompact(first, { border: 2 }).split('\n');
  return [
    'On other devices in your network, drafts included:',
    ...urls.map((address) => `  ${address}`),
    '',
    // White blocks on black: the blocks are the light part of the code.
    ...lines.map((line) => (isTerminal ? `\u001b[97;40m${line}\u001b[0m` : line)),
  ].join('\n');
}
