import type { SitePage, SiteShell } from "../../../src/site/page.ts";
import { saySentences } from "../words/sentences.ts";
import { say } from "../words/spoken.ts";
import { ownLanguage } from "./own-language.ts";

/** What those who find or show a link tell of a page: description and card. */
export function PageSummary({ page: { title, finding, picture }, shell }: { readonly page: SitePage; readonly shell: SiteShell }) {
  const description = saySentences(finding).replaceAll("`", "");
  return (
    <>
      <meta name="description" content={description} />
      <meta property="og:title" content={say(title)} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content="article" />
      <meta name="twitter:card" content={picture && shell.drawsCards ? "summary_large_image" : "summary"} />
      {picture && shell.address !== undefined && <meta property="og:image" content={cardAddress(shell)} />}
    </>
  );
}

/** The picture as who shows a link asks for it, by a whole address. */
const cardAddress = (shell: SiteShell): string =>
  `${shell.address ?? ""}${shell.path}?${new URLSearchParams({ ...shell.query, picture: shell.drawsCards ? "png" : "svg", ...ownLanguage(shell) })}`;
