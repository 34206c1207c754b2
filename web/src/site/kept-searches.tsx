import type { KeptSearches as Searches, SiteShell } from "../../../src/site/page.ts";
import { inLanguage } from "../../../src/words/in-language.ts";

interface KeptProps {
  readonly searches: Searches;
  readonly shell: Pick<SiteShell, "root" | "asked">;
}

/** Where a search is kept under a name, and where one is ended; a script of the site puts it to the API. */
export const KeptSearches = ({ searches: { query, names }, shell: { root, asked } }: KeptProps) => (
  <>
    {query !== null && (
      <form
        className="choices"
        data-keep={`${root}api/patents/saved`}
        data-then={`${root}${inLanguage("patents?", asked)}${asked === undefined ? "" : "&"}q=saved:`}
      >
        <input type="hidden" name="query" value={query} />
        <label className="choice" htmlFor="keep-name">
          <span>Keep this search as (one word)</span>
          <input id="keep-name" name="name" maxLength={60} required autoComplete="off" />
        </label>
        <button type="submit">Keep</button>
        <span role="alert" />
      </form>
    )}
    {names.length > 0 && (
      <form className="choices" data-keep={`${root}api/patents/saved/end`} data-then={root + inLanguage("patents", asked)}>
        <label className="choice" htmlFor="end-name">
          <span>Keep no longer</span>
          <select id="end-name" name="name">
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <button type="submit">Delete</button>
        <span role="alert" />
      </form>
    )}
  </>
);
