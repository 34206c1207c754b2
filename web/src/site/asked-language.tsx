import type { SiteShell } from "../../../src/site/page.ts";

/** Hands on the language that the reader asked for with what a form asks. */
export const AskedLanguage = ({ asked }: Pick<SiteShell, "asked">) =>
  asked === undefined ? null : <input type="hidden" name="lang" value={asked} />;
