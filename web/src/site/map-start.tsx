import { renderToStaticMarkup } from "react-dom/server";
import type { SitePage, SiteShell, Start } from "../../../src/site/page.ts";
import { PageHead } from "../filters/page-head.tsx";
import { parseState } from "../state/page-state.ts";
import { PlaceContext } from "../state/place.ts";
import { PageSummary } from "./page-summary.tsx";

/** What the browser shows of the map until it has drawn it: what is asked and what is found, where the page will have them. */
export function renderStart(page: SitePage, shell: SiteShell): Start {
  const { title, picture } = page;
  const { query, language = "en", asked } = shell;
  const state = parseState(new URLSearchParams({ ...query, ...(asked && { lang: asked }) }).toString());
  const head = (
    <>
      <title>{`${title} – Levermap`}</title>
      <PageSummary page={page} shell={shell} />
    </>
  );
  const body = picture?.kind === "map" && (
    <PlaceContext value={{ state, language }}>
      <div id="start" className="page">
        <main aria-busy="true">
          <PageHead map={picture.map} state={state} waiting={false} go={null} />
        </main>
      </div>
    </PlaceContext>
  );
  return { head: renderToStaticMarkup(head), body: renderToStaticMarkup(body) };
}
