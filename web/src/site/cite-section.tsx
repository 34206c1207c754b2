import type { SiteShell } from "../../../src/site/page.ts";
import { ownLanguage } from "./own-language.ts";

/** The page as a source: with its day and edition, under an address that never shows other numbers. */
export function CiteSection({ title, shell }: { readonly title: string; readonly shell: SiteShell }) {
  const { root, path, query, day, edition } = shell;
  const frozen = new URLSearchParams({ ...query, "as-of": day, ...(edition === null ? {} : { edition }), ...ownLanguage(shell) });
  const address = `${root}${path}?${frozen}`;
  return (
    <section className="cite" aria-labelledby="cite-title">
      <h2 id="cite-title">Cite this</h2>
      <p>
        Levermap, “{title}”, as of {day}
        {edition === null ? "" : `, edition ${edition}`}.{" "}
        <a href={address} data-frozen>
          Address of this day and edition
        </a>
        .
      </p>
    </section>
  );
}
