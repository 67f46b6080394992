/** The schema of JSON Feed 1.1. */
declare module 'jsonfeed-schema' {
  const schema: object;
  export default schema;
}
