/** Images that scripts replace. */

const PLACEHOLDER =
  /^$|^(?:data|about):|(?:^|[/_.-])(?:blank|spacer|placeholder|pixel|transparent|1x1|gr[ae]y|white|load(?:ing|er))(?:[._-](?:trans|placeholder|image|img|\d+x\d+)){0,5}\.\w+(?:[?#]|$)/i;

/** Whether nobody is meant to see the image at `src`. */
export function isPlaceholder(src = ''): boolean {
  return PLACEHOLDER.test(src.trim());
}
