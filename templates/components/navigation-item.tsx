/** A link of the main navigation, marked when it is the current page or section. */
import type { VNode } from 'preact';
import type { NavigationLink, PageAddress } from '../../src/site/model.ts';

interface NavigationItemProps {
  readonly link: NavigationLink;
  readonly address: PageAddress;
  readonly section: PageAddress | undefined;
}

export function NavigationItem({ link, address, section }: NavigationItemProps): VNode {
  const inSection = link.url === section?.url ? 'true' : undefined;
  return (
    <li>
      <a
        href={link.url}
        rel={link.local ? undefined : 'external'}
        aria-current={link.url === address.url ? 'page' : inSection}
        {...link.lang}
      >
        {link.text}
      </a>
    </li>
  );
}
