/** What the editor has on the writer's own machine alone. */
export { confirmChanges } from './confirm-changes.ts';
export { registerPreview } from './preview.ts';
export { renewToken } from './renew-token.ts';
