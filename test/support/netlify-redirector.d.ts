/** Netlify's rule matcher, from its command-line tool. */
declare module 'netlify-redirector' {
  export interface Match {
    readonly to: string;
    readonly status: number;
    readonly force: boolean;
  }

  export interface Matcher {
    match(request: {
      readonly scheme: string;
      readonly host: string;
      readonly path: string;
      readonly query: string;
      readonly getHeader: (name: string) => string;
      readonly getCookie: (name: string) => string;
    }): Match | null;
  }

  export function parseJSON(rules: string, options: object): Promise<Matcher>;
}
