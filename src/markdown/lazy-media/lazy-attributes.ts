/** Attributes from which scripts take addresses: of WordPress plug-ins, lazysizes, Cloudflare and others. */

export const LAZY_SRC =
  /^(?:data-(?:lazy-|original-|pagespeed-lazy-|full-|large-|hi-res-|cf|ez)?src|data-(?:original|lazy|echo)|nitro-lazy-src)$/;
export const LAZY_SRCSET =
  /^(?:data-(?:lazy-|original-)?srcset|data-original-set|nitro-lazy-srcset)$/;
