declare module '@11ty/eleventy' {
  // A module declaration cannot import by a relative name in any other way.
  // oxlint-disable typescript/consistent-type-imports
  type Plugin = import('./types.ts').Plugin;
  const Eleventy: import('./program-types.ts').EleventyConstructor;
  // oxlint-enable typescript/consistent-type-imports
  export default Eleventy;
  export const BundlePlugin: Plugin;
  export const HtmlBasePlugin: Plugin;
  export const I18nPlugin: Plugin;
  export const IdAttributePlugin: Plugin;
  export const InputPathToUrlTransformPlugin: Plugin;
  export const RenderPlugin: Plugin;
}
