import { type FormEvent, useMemo, useState } from "react";
import type { MapView } from "../../src/answers/card/map-view.ts";
import { questionPath, rememberToken, useAnswer } from "./api/client.ts";
import { BacktestPage } from "./backtest/backtest-page.tsx";
import { EvidenceSection } from "./evidence-section.tsx";
import { FilterLine } from "./filters/filter-line.tsx";
import { type HeadProps, PageHead } from "./filters/page-head.tsx";
import { NodeTable } from "./list/node-table.tsx";
import { StageList } from "./list/stage-list.tsx";
import { Legend } from "./map/legend.tsx";
import { MapPicture } from "./map/map-picture.tsx";
import { visibleMap } from "./map/visible.ts";
import { usePanelContext, WithPanel } from "./panel/with-panel.tsx";
import { PlanPage } from "./plan/plan-page.tsx";
import { usePage, usePhone } from "./state/use-page.ts";
import { Trouble } from "./trouble.tsx";

/** Asks for the map of the chosen home and shows the page of the address, or says why it cannot. */
export function App() {
  const [state, go] = usePage();
  const { value: map, error, waiting, again } = useAnswer<MapView>(questionPath("/api/map", { home: state.home }));
  const [asked, setAsked] = useState(false);
  if (error?.code === "LM_SERVER_TOKEN_WRONG") {
    const done = (): void => {
      setAsked(true);
      again();
    };
    return <TokenForm wrong={asked} done={done} />;
  }
  if (map === null && error === null) return <main aria-busy="true" />;
  return (
    <>
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
        <MapPage map={map} state={state} waiting={waiting} go={go} />
      )}
    </>
  );
}

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

/** Finding, picture, table, evidence; and the panel of the chosen technology. */
function MapPage({ map, state, waiting, go }: HeadProps) {
  const phone = usePhone();
  const visible = useMemo(() => visibleMap(map, state), [map, state]);
  const context = usePanelContext(map, state.home, go);
  const asMap = state.view === "map";
  return (
    <WithPanel {...{ state, context, waiting }}>
      <PageHead {...{ map, state, waiting, go }} />
      <FilterLine {...{ map, visible, state, go }} />
      {asMap && <Legend by={state.colour} />}
      {asMap && phone && <StageList {...{ map, visible, state, go }} />}
      {asMap && !phone && <MapPicture {...{ map, visible, state, go }} names={context.names} />}
      {!(asMap && phone) && <NodeTable {...{ map, context }} by={state.colour} matches={visible.matches} chosen={state.technology} />}
      <EvidenceSection evidence={map.evidence} />
    </WithPanel>
  );
}
