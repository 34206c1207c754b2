import type { SiteShell } from "../../../src/site/page.ts";

const places = [
  ["map", "Map"],
  ["leverage", "Leverage"],
  ["scenarios", "Scenarios"],
  ["plans", "Plans"],
  ["patents", "Patents"],
  ["controls", "Controls"],
  ["screen", "Screen"],
  ["backtests", "Trust"],
  ["data", "Data"],
  ["method", "Method"],
  ["api", "API"],
] as const;

/** The way through the site, and its search. */
export const SiteHead = ({ root, path: here }: Pick<SiteShell, "root" | "path">) => (
  <header className="site-head">
    <a className="brand" href={root === "" ? "./" : root}>
      Levermap
    </a>
    <nav aria-label="Site">
      {places.map(([path, label]) => (
        <a key={path} href={root + path} aria-current={here.split("/", 1)[0] === path ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
    <search>
      <form action={`${root}search`}>
        <label>
          <span className="unseen">Search</span>
          <input type="search" name="q" placeholder="Search  ( / )" maxLength={200} autoComplete="off" />
        </label>
      </form>
    </search>
  </header>
);
