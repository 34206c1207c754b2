import { onward } from "../../../src/site/onward.ts";
import type { SiteShell } from "../../../src/site/page.ts";
import { type Language, languages } from "../../../src/words/language.ts";
import { places } from "../view/places.ts";
import { AskedLanguage } from "./asked-language.tsx";

/** The way through the site, and its search. */
export const SiteHead = ({ shell: { root, path: here, query, language = "en", ...handedOn } }: { readonly shell: SiteShell }) => (
  <header className="site-head">
    <a className="brand" href={onward(root === "" ? "./" : root, handedOn)}>
      Levermap
    </a>
    <nav aria-label="Site">
      {places.map(([path, label]) => (
        <a key={path} href={root + onward(path, handedOn)} aria-current={here.split("/", 1)[0] === path ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
    <search>
      <form action={`${root}search`}>
        <AskedLanguage asked={handedOn.asked} />
        {handedOn.past && <input type="hidden" name="as-of" value={handedOn.past.day} />}
        <label>
          <span className="unseen">Search</span>
          <input type="search" name="q" placeholder="Search  ( / )" maxLength={200} autoComplete="off" />
        </label>
      </form>
    </search>
    <LanguageChoice {...{ root, query, language }} path={here} />
  </header>
);

/** The same page in each other language, under its own name. */
const LanguageChoice = ({ root, path, query, language }: Pick<SiteShell, "root" | "path" | "query"> & { readonly language: Language }) => (
  <nav className="languages" aria-label="Language">
    {(Object.keys(languages) as Language[])
      .filter((each) => each !== language)
      .map((each) => (
        <a
          key={each}
          href={`${root}${path}?${new URLSearchParams({ ...query, lang: each })}`}
          hrefLang={languages[each].tag}
          lang={languages[each].tag}
        >
          {languages[each].name}
        </a>
      ))}
  </nav>
);
