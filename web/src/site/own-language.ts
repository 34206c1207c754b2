import type { SiteShell } from "../../../src/site/page.ts";

/** What an address for others says of the language, so that it shows them the same page; nothing where it is English and nobody asked for it. */
export const ownLanguage = ({ language = "en", asked }: SiteShell): { readonly lang?: string } =>
  asked === undefined && language === "en" ? {} : { lang: asked ?? language };
