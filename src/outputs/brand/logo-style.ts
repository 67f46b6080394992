/** Style of the owner's logo in the header. Absent from the stylesheet of a site without one. */

export const LOGO_STYLE = `@layer components{
.logo{flex:none;color:var(--accent)}
.logo:is(.on-light,.on-dark){border-radius:1px;background:var(--paper);box-shadow:0 0 0 .25rem var(--paper);print-color-adjust:exact}
.logo.on-light{color-scheme:light}
.logo.on-dark{color-scheme:dark}
}`;
