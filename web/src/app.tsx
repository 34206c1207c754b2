import { useState } from "react";
import type { MapView } from "../../src/answers/card/map-view.ts";
import { questionPath, useAnswer } from "./api/client.ts";
import { TokenForm } from "./api/token-form.tsx";
import { MapPage } from "./map-page.tsx";
import { PlanPage } from "./plan/plan-page.tsx";
import { usePage } from "./state/use-page.ts";
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
      {map && state.view !== "plan" && <MapPage map={map} state={state} waiting={waiting} go={go} />}
    </>
  );
}
