/** The dialog that shows the pictures of a text, and the script that opens it. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { fileUrl } from './file-url.ts';
import { ForScript } from './for-script.tsx';

export function Lightbox({ site: { facts, words } }: { site: Site }): VNode {
  const { lightbox } = words;
  return (
    <>
      <ForScript name="lightbox">
        <link rel="stylesheet" href={fileUrl(facts, '/css/lightbox.css')} />
        <dialog class="lightbox" aria-label={lightbox.title}>
          <ul />
          <button type="button" class="previous" aria-label={lightbox.previous} />
          <output data-position={lightbox.position('{number}', '{count}')} />
          <button type="button" class="next" aria-label={lightbox.next} />
          <button type="button" class="close" aria-label={lightbox.close} />
        </dialog>
      </ForScript>
      <script type="module" src={fileUrl(facts, '/js/pictures.js')} />
    </>
  );
}
