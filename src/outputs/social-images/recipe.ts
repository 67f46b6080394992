/** What cards depend on besides what they say. */

/** Libraries and the design: with another one, all are drawn again. */
export const RECIPE =
  'fontkit 2.0.4, noto-emoji 5.3.2, source-sans-3 5.3.1, source-serif-4 5.3.1, design 2';

/** What previews show whole: https://developers.facebook.com/docs/sharing/webmasters/images */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
