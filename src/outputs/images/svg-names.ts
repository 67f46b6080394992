/** What an SVG may hold. Everything that draws is here; nothing that runs or loads. */

/** https://www.w3.org/TR/SVG2/eltindex.html */
export const ELEMENTS: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'switch', 'view', 'style'],
  ...['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image'],
  ...['text', 'tspan', 'textPath', 'marker', 'pattern', 'mask', 'clipPath'],
  ...['linearGradient', 'radialGradient', 'stop', 'filter'],
  ...['feBlend', 'feColorMatrix', 'feComponentTransfer', 'feComposite', 'feConvolveMatrix'],
  ...['feDiffuseLighting', 'feDisplacementMap', 'feDistantLight', 'feDropShadow', 'feFlood'],
  ...['feFuncA', 'feFuncB', 'feFuncG', 'feFuncR', 'feGaussianBlur', 'feImage', 'feMerge'],
  ...['feMergeNode', 'feMorphology', 'feOffset', 'fePointLight', 'feSpecularLighting'],
  ...['feSpotLight', 'feTile', 'feTurbulence', 'animate', 'animateMotion', 'animateTransform'],
  ...['mpath', 'set'],
]);

/**
 * Attributes that are no CSS, besides `data-` and `aria-`.
 * https://www.w3.org/TR/SVG2/attindex.html
 */
export const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['id', 'class', 'lang', 'role', 'tabindex', 'version', 'viewBox', 'baseProfile'],
  ...['xml:lang', 'xml:space', 'xlink:title', 'xlink:type', 'preserveAspectRatio', 'zoomAndPan'],
  ...['x1', 'x2', 'y1', 'y2', 'fx', 'fy', 'fr', 'dx', 'dy', 'points', 'pathLength', 'offset'],
  ...['refX', 'refY', 'markerWidth', 'markerHeight', 'markerUnits', 'orient', 'side', 'method'],
  ...['spacing', 'startOffset', 'textLength', 'lengthAdjust', 'gradientUnits', 'spreadMethod'],
  ...['patternUnits', 'patternContentUnits', 'maskUnits', 'maskContentUnits', 'clipPathUnits'],
  ...['filterUnits', 'primitiveUnits', 'in', 'in2', 'result', 'mode', 'type', 'values', 'operator'],
  ...['k1', 'k2', 'k3', 'k4', 'tableValues', 'slope', 'intercept', 'amplitude', 'exponent'],
  ...['order', 'kernelMatrix', 'divisor', 'bias', 'targetX', 'targetY', 'edgeMode'],
  ...['kernelUnitLength', 'preserveAlpha', 'surfaceScale', 'diffuseConstant', 'specularConstant'],
  ...['specularExponent', 'scale', 'xChannelSelector', 'yChannelSelector', 'azimuth', 'elevation'],
  ...['stdDeviation', 'radius', 'z', 'pointsAtX', 'pointsAtY', 'pointsAtZ', 'limitingConeAngle'],
  ...['baseFrequency', 'numOctaves', 'seed', 'stitchTiles', 'attributeName', 'attributeType'],
  ...['begin', 'dur', 'end', 'min', 'max', 'restart', 'repeatCount', 'repeatDur', 'calcMode'],
  ...['keyTimes', 'keySplines', 'keyPoints', 'additive', 'accumulate', 'path', 'rotate'],
  ...['systemLanguage', 'requiredFeatures'],
]);

/** Attributes with a value of CSS that have other names than its properties. */
export const STYLED_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['from', 'to', 'by', 'gradientTransform', 'patternTransform'],
]);

/** Families of CSS properties, such as `stroke` and `stroke-width`. https://www.w3.org/TR/SVG2/propidx.html */
const FAMILIES =
  /^(?:-webkit-)?(?:animation|clip|color|fill|flood|font|glyph-orientation|marker|mask|offset|stop|stroke|text|transform|transition)(?:-[a-z-]+)?$/;
const PROPERTIES: ReadonlySet<string> = new Set([
  ...['alignment-baseline', 'background', 'background-color', 'baseline-shift', 'cursor', 'd'],
  ...['cx', 'cy', 'r', 'rx', 'ry', 'x', 'y', 'width', 'height', 'direction', 'display'],
  ...['dominant-baseline', 'enable-background', 'filter', 'image-rendering', 'isolation'],
  ...['letter-spacing', 'lighting-color', 'line-height', 'mix-blend-mode', 'opacity', 'overflow'],
  ...['paint-order', 'pointer-events', 'rotate', 'scale', 'shape-rendering', 'src', 'translate'],
  ...['unicode-bidi', 'unicode-range', 'vector-effect', 'visibility', 'white-space', 'will-change'],
  ...['word-spacing', 'writing-mode'],
]);

export function isProperty(name: string): boolean {
  return FAMILIES.test(name) || PROPERTIES.has(name);
}

/** CSS functions that load nothing. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  ...['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color', 'color-mix'],
  ...['light-dark', 'var', 'calc', 'min', 'max', 'clamp', 'matrix', 'matrix3d', 'perspective'],
  ...['translate', 'translatex', 'translatey', 'translatez', 'translate3d', 'scale', 'scalex'],
  ...['scaley', 'scalez', 'scale3d', 'rotate', 'rotatex', 'rotatey', 'rotatez', 'rotate3d'],
  ...['skew', 'skewx', 'skewy', 'cubic-bezier', 'steps', 'linear', 'blur', 'brightness'],
  ...['contrast', 'drop-shadow', 'grayscale', 'hue-rotate', 'invert', 'opacity', 'saturate'],
  ...['sepia', 'path', 'polygon', 'circle', 'ellipse', 'inset', 'rect', 'ray'],
  ...['linear-gradient', 'radial-gradient', 'conic-gradient', 'format', 'local', 'tech'],
]);

/** CSS rules besides those with a selector. */
export const AT_RULES: ReadonlySet<string> = new Set([
  ...['media', 'supports', 'font-face', 'keyframes', '-webkit-keyframes', 'layer'],
]);
