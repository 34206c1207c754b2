import type { KeptSearches as Searches } from "../../../src/site/page.ts";

interface KeptProps {
  readonly searches: Searches;
  readonly root: string;
}

/** Where a search is kept under a name, and where one is ended; a script of the site puts it to the API. */
export const KeptSearches = ({ searches: { query, names }, root }: KeptProps) => (
  <>
    {query !== null && (
      <form className="choices" data-keep={`${root}api/patents/saved`} data-then={`${root}patents?q=saved:`}>
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
      <form className="choices" data-keep={`${root}api/patents/saved/end`} data-then={`${root}patents`}>
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
