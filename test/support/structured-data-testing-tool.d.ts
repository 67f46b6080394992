/** Validates structured data and metadata of a page. */
declare module 'structured-data-testing-tool' {
  export interface Judged {
    readonly description: string;
    readonly group?: string;
    readonly test: string;
  }

  export interface Report {
    readonly passed: readonly Judged[];
    readonly failed: readonly Judged[];
  }

  /** Rejects with an error that has a report, `res`, when something fails. */
  export function structuredDataTestHtml(html: string, options: object): Promise<Report>;
}

declare module 'structured-data-testing-tool/presets.js' {
  export const Google: object;
  export const Twitter: object;
  export const Facebook: object;
}
