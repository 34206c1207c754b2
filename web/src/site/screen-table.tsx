import type { SiteShell } from "../../../src/site/page.ts";
import { inLanguage } from "../../../src/words/in-language.ts";

/** Where a table of names is handed in; a script of the site puts it to the API and fills in what it says. */
export const ScreenTable = ({ root, asked }: Pick<SiteShell, "root" | "asked">) => (
  <section className="screen-table" data-screen-table={`${root}${inLanguage("screen?", asked)}`} aria-labelledby="screen-table-title">
    <h2 id="screen-table-title">A table of names</h2>
    <form action={`${root}match/default`}>
      <label htmlFor="screen-names">Paste names, one a line, or a table with a column called name</label>
      <textarea id="screen-names" rows={6} spellCheck={false} />
      <label htmlFor="screen-file">or a file of CSV</label>
      <input id="screen-file" type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" />
      <button type="submit">Screen</button>
      <p role="status" />
    </form>
    <table hidden>
      <caption>Names and their best match</caption>
      <thead>
        <tr>
          <th scope="col">name</th>
          <th scope="col">what the lists say</th>
          <th scope="col">score</th>
          <th scope="col">list</th>
        </tr>
      </thead>
      <tbody />
    </table>
  </section>
);
