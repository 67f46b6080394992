/** All links of the main navigation, those of groups included. */
import type { NavigationLink, SiteFacts } from '../../src/site/model.ts';

export function navigationLinks({ navigation }: SiteFacts): NavigationLink[] {
  return navigation.flatMap((entry) => ('items' in entry ? entry.items : [entry]));
}
