import { renderToStaticMarkup } from "react-dom/server";
import type { SitePage, SiteShell, Start } from "../../../src/site/page.ts";
import { PageHead, PageNav } from "../filters/page-head.tsx";
import { parseState } from "../state/page-state.ts";
import { PlaceContext } from "../state/place.ts";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { AddressNotes } from "./address-notes.tsx";
import { FindingText } from "./finding-text.tsx";
import { ownLanguage } from "./own-language.ts";
import { PageSummary } from "./page-summary.tsx";
import { siteContext } from "./site-context.tsx";

/** What the browser shows of the map and of its views until it has drawn them: what is asked and what is found, where the page will have them. */
export function renderStart(page: SitePage, shell: SiteShell): Start {
  const { title, picture } = page;
  const { query, language = "en", asked } = shell;
  const state = parseState(new URLSearchParams({ ...query, ...(asked && { lang: asked }) }).toString());
  const head = (
    <>
      <title>{`${title} – Levermap`}</title>
      <PageSummary page={page} shell={shell} />
      {page.isUnfinished && (
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      )}
    </>
  );
  const body = (
    <PlaceContext value={{ state, language }}>
      <div id="address-notes">
        <AddressNotes notes={page.notes} />
      </div>
      <div id="start" className="page">
        <main aria-busy="true">
          {picture?.kind === "map" ? (
            <>
              <PageHead map={picture.map} state={state} waiting={false} go={null} />
              <noscript>
                <img src={`${shell.path}?${new URLSearchParams({ ...query, picture: "svg", ...ownLanguage(shell) })}`} alt={title} />
              </noscript>
            </>
          ) : (
            <header className="head">
              <div className="head-line">
                <PageNav state={state} go={null} />
              </div>
              <h1>{title}</h1>
              <p className="finding">
                <FindingText finding={page.finding} meant={page.meant} shell={shell} />
              </p>
              {page.isNoAnswer && <ViewBlocks blocks={page.blocks} context={siteContext(shell)} />}
              {!page.isNoAnswer && page.blocks.length > 0 && (
                <noscript>
                  <ViewBlocks blocks={page.blocks} context={siteContext(shell)} />
                </noscript>
              )}
            </header>
          )}
        </main>
      </div>
    </PlaceContext>
  );
  return { head: renderToStaticMarkup(head), body: renderToStaticMarkup(body) };
}
