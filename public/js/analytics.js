/** Loads the analytics of another site, unless the browser says that its reader must not be tracked. */

const isRefused = navigator.globalPrivacyControl === true || navigator.doNotTrack === '1';
if (!isRefused) load(JSON.parse(document.querySelector('[data-analytics]').dataset.analytics));

function load({ script, attributes, matomo, plausible }) {
  if (matomo !== undefined) Object.assign(globalThis, { _paq: matomo });
  // What Plausible's snippet leaves for its script.
  if (plausible) {
    const queue = [];
    globalThis.plausible = Object.assign((...call) => queue.push(call), { q: queue, o: {} });
  }
  const element = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.async = true;
  element.src = script;
  document.head.append(element);
}
