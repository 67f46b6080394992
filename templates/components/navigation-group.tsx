/** Links of the main navigation behind a button, without a script. */
import type { VNode } from 'preact';
import type { NavigationGroup as Group, PageAddress } from '../../src/site/model.ts';
import { NavigationItem } from './navigation-item.tsx';

interface NavigationGroupProps {
  readonly group: Group;
  readonly address: PageAddress;
  readonly section: PageAddress | undefined;
}

/** Groups of one name close each other. */
export function NavigationGroup({ group, address, section }: NavigationGroupProps): VNode {
  return (
    <li>
      <details class="navigation-group" name="navigation">
        <summary {...group.lang}>{group.text}</summary>
        <ul>
          {group.items.map((link) => (
            <NavigationItem link={link} address={address} section={section} />
          ))}
        </ul>
      </details>
    </li>
  );
}
