declare module '@11ty/eleventy' {
  // A module declaration cannot import by a relative name in any other way.
  // oxlint-disable-next-line typescript/consistent-type-imports
  const Eleventy: import('./types.ts').EleventyConstructor;
  export default Eleventy;
}
