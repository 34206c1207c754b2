import { type FormEvent, useDeferredValue, useLayoutEffect, useMemo, useState } from "react";
import type { MapView } from "../../src/answers/card/map-view.ts";
import { movedSince } from "../../src/site/map-moves.ts";
import { mapTitle } from "../../src/site/map-title.ts";
import { questionPath, rememberToken, useAnswer } from "./api/client.ts";
import { BacktestPage } from "./backtest/backtest-page.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { DaySlider } from "./filters/day-slider.tsx";
import { FilterLine } from "./filters/filter-line.tsx";
import { type HeadProps, PageHead } from "./filters/page-head.tsx";
import { NodeTable } from "./list/node-table.tsx";
import { SinceTable } from "./list/since-table.tsx";
import { StageList } from "./list/stage-list.tsx";
import { Legend } from "./map/legend.tsx";
import { MapPicture } from "./map/map-picture.tsx";
import { useVisible } from "./map/use-visible.ts";
import { usePanelContext, WithPanel } from "./panel/with-panel.tsx";
import { PlanPage } from "./plan/plan-page.tsx";
import type { PageState } from "./state/page-state.ts";
import { PlaceContext } from "./state/place.ts";
import { usePage, usePageTitle, usePhone } from "./state/use-page.ts";
import { Trouble } from "./trouble.tsx";
import { pageLanguage } from "./words/page-language.ts";

/** Asks for the map of the chosen home and shows the page of the address, or says why it cannot. */
export function App() {
  const [state, go] = usePage();
  const language = pageLanguage();
  const calm = useDeferredValue(state);
  const place = useMemo(() => ({ state: calm, language }), [calm, language]);
  const now = useAnswer<MapView>(questionPath("/api/map", { home: state.home }));
  const then = useAnswer<MapView>(state.on === null ? null : questionPath("/api/map", { home: state.home, asOf: state.on }));
  const { value: map, again } = now;
  const [error, waiting] = [now.error ?? then.error, now.waiting || then.waiting];
  const before = state.on !== null && then.value?.asOf === state.on ? then.value : null;
  const [asked, setAsked] = useState(false);
  const isStarted = map !== null || error !== null;
  useLayoutEffect(() => {
    if (isStarted) servedStart()?.remove();
  }, [isStarted]);
  if (error?.code === "LM_SERVER_TOKEN_WRONG") {
    const done = (): void => {
      setAsked(true);
      again();
    };
    return <TokenForm wrong={asked} done={done} />;
  }
  if (!isStarted) return servedStart() === null ? <main aria-busy="true" /> : null;
  return (
    <PlaceContext value={place}>
      {error && (
        <div className="trouble-line">
          <Trouble error={error} again={again} />
          {state.home !== null && (
            <button type="button" onClick={() => go({ home: null })}>
              Choose no home
            </button>
          )}
        </div>
      )}
      {map && state.view === "plan" && <PlanPage map={map} state={state} go={go} />}
      {map && state.view === "backtests" && <BacktestPage map={map} state={state} go={go} />}
      {map && error === null && (state.view === "map" || state.view === "list") && (
        <MapPage now={map} before={before} state={state} calm={calm} waiting={waiting} go={go} />
      )}
    </PlaceContext>
  );
}

/** The first screen as the server has drawn it, until the page draws it itself; `null`: there is none. */
const servedStart = (): HTMLElement | null => document.getElementById("start");

/** Asks for the token of a server that others can reach; kept until the tab is closed. */
function TokenForm({ wrong, done }: { readonly wrong: boolean; readonly done: () => void }) {
  const [token, setToken] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (token.trim() === "") return;
    rememberToken(token.trim());
    done();
  };
  return (
    <main className="token">
      <h1>This server asks for its token</h1>
      <p>It is the value of LEVERMAP_TOKEN where the server was started. This tab keeps it until it is closed.</p>
      {wrong && <p role="alert">The server did not take that token.</p>}
      <form onSubmit={submit}>
        <label className="choice">
          <span>Token</span>
          <input type="password" autoComplete="current-password" value={token} onChange={(event) => setToken(event.target.value)} />
        </label>
        <button type="submit">Go on</button>
      </form>
    </main>
  );
}

interface MapPageProps extends Omit<HeadProps, "map"> {
  readonly now: MapView;
  /** The map of the chosen day; `null`: none is chosen, or it is not there yet. */
  readonly before: MapView | null;
  /** The state that is drawn already: what takes longer follows what is chosen when there is time, so that no choice waits for it. */
  readonly calm: PageState;
}

/** Rows of the table below the picture until all are asked for. */
const mostRows = 20;

/** Finding, picture, table, evidence; and the panel of the chosen technology. */
function MapPage({ now, before, state, calm, waiting, go }: MapPageProps) {
  const phone = usePhone();
  const map = useMemo(() => shownMap(now, before, calm.colour), [now, before, calm.colour]);
  const visible = useVisible(map, calm);
  const context = usePanelContext(map, calm.home, go);
  usePageTitle(mapTitle(now));
  const asMap = calm.view === "map";
  const most = asMap && calm.rows === "first" ? mostRows : Number.POSITIVE_INFINITY;
  const table = { map, context, by: calm.colour, matches: visible.matches, chosen: calm.technology, most };
  return (
    <WithPanel {...{ context, waiting }} state={calm}>
      <PageHead {...{ map, state, waiting, go }} />
      <FilterLine {...{ map, visible, state, go }} />
      <DaySlider today={now.asOf} on={state.on} go={go} />
      {before && calm.technology !== null && <p className="note">The panel beside is as of {now.asOf}.</p>}
      {asMap && <Legend by={calm.colour} />}
      {asMap && phone && <StageList {...{ map, visible, go }} state={calm} />}
      {asMap && !phone && <MapPicture {...{ map, visible, go }} names={context.names} state={calm} />}
      {!(asMap && phone) && <NodeTable {...table} />}
      {before && <SinceTable {...{ before, after: now, context }} />}
      <EvidenceSection evidence={map.evidence} />
    </WithPanel>
  );
}

/** The map of the chosen day, or of now; coloured by change it is that of now, with how far each score has moved since. */
function shownMap(now: MapView, before: MapView | null, colour: PageState["colour"]): MapView {
  if (before === null) return now;
  return colour === "change" ? movedSince(before, now) : before;
}
