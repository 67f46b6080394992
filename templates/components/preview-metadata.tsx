/** Image of a page in link previews. https://ogp.me/#structured */
import type { VNode } from 'preact';
import type { Preview } from '../../src/site/model.ts';

export function PreviewMetadata({ preview }: { preview: Preview | undefined }): VNode | null {
  if (preview === undefined) return <meta name="twitter:card" content="summary" />;
  const { url, alt, size, type } = preview;
  return (
    <>
      <meta property="og:image" content={url} />
      {type !== undefined && <meta property="og:image:type" content={type} />}
      {size !== undefined && (
        <>
          <meta property="og:image:width" content={String(size.width)} />
          <meta property="og:image:height" content={String(size.height)} />
        </>
      )}
      {alt !== '' && <meta property="og:image:alt" content={alt} />}
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:image" content={url} />
      {alt !== '' && <meta name="twitter:image:alt" content={alt} />}
    </>
  );
}
