import { type FormEvent, useState } from "react";
import type { MapView } from "../../src/answers/card/map-view.ts";
import { questionPath, rememberToken, useAnswer } from "./api/client.ts";
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
