/** The address of a post or page with its QR code, in print only. */
import type { VNode } from 'preact';
import type { PageAddress, Site } from '../../src/site/model.ts';

interface PrintedAddressProps {
  readonly site: Site;
  readonly address: PageAddress;
}

export function PrintedAddress({ site, address }: PrintedAddressProps): VNode | null {
  const code = site.qrCodes.get(address.path);
  if (code === undefined) return null;
  const { size, outline } = code;
  return (
    <div class="qr-code" hidden>
      <svg viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" aria-hidden="true">
        <path d={outline} />
      </svg>
      {address.canonical}
    </div>
  );
}
