import type { SitePage, SiteShell } from "../../../src/site/page.ts";
import { inLanguage } from "../../../src/words/in-language.ts";
import { languages } from "../../../src/words/language.ts";
import { HatchPatterns } from "../view/hatch-patterns.tsx";
import type { ViewContext } from "../view/view-context.ts";
import { WithCode } from "../view/with-code.tsx";
import { PageMeta } from "./page-meta.tsx";
import { PagePicture } from "./page-picture.tsx";
import { siteContext } from "./site-context.tsx";

/** The picture of a page alone, for a frame in a page of others: finding, picture, where it is from. */
export function EmbedDocument({ page: { title, finding, picture }, shell }: { readonly page: SitePage; readonly shell: SiteShell }) {
  const { root, path, query, edition, language = "en" } = shell;
  const day = picture?.kind === "map" ? picture.map.asOf : shell.day;
  const address = inLanguage(`${root}${path}${Object.keys(query).length === 0 ? "" : `?${new URLSearchParams(query)}`}`, shell.asked);
  // A frame in a page of others leads on by its last line alone
  const context: ViewContext = { ...siteContext(shell), link: (text) => text, copy: () => null };
  return (
    <html lang={languages[language].tag}>
      <head>
        <PageMeta title={title} shell={shell} />
      </head>
      <body className="embed">
        <HatchPatterns />
        <main className="site">
          <section className="first">
            <h1>{title}</h1>
            <p className="finding">
              <WithCode text={finding} />
            </p>
            {picture && <PagePicture picture={picture} context={context} shell={shell} />}
            <p className="note">
              <a href={address === "" ? "./" : address} target="_blank" rel="noopener">
                Levermap
              </a>
              {`, as of ${day}${edition === null ? "" : `, edition ${edition}`}`}
            </p>
          </section>
        </main>
      </body>
    </html>
  );
}
