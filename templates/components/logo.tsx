/** The site's logo: the owner's, or a shoot with two leaves. */
import type { VNode } from 'preact';
import type { SiteFacts } from '../../src/site/model.ts';
import { Mark } from './mark.tsx';

/** A wordmark stands for the title; other logos have the title beside them. */
export function Logo({ facts }: { facts: SiteFacts }): VNode {
  const { logo } = facts.brand;
  if (logo === undefined) return <Mark />;
  const { width, height, drawing, isWordmark, needs } = logo;
  if (drawing !== undefined) {
    const name = isWordmark
      ? { role: 'img' as const, 'aria-label': facts.title }
      : { 'aria-hidden': true };
    return (
      <svg
        {...drawing.attributes}
        {...name}
        class="logo"
        width={width}
        height={height}
        dangerouslySetInnerHTML={{ __html: drawing.markup }}
      />
    );
  }
  return (
    <img
      class={needs === undefined ? 'logo' : `logo on-${needs}`}
      src={logo.url}
      width={width}
      height={height}
      alt={isWordmark ? facts.title : ''}
    />
  );
}
