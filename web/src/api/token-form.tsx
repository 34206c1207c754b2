import { type FormEvent, useState } from "react";
import { rememberToken } from "./client.ts";

/** Asks for the token of a server that others can reach; kept until the tab is closed. */
export function TokenForm({ wrong, done }: { readonly wrong: boolean; readonly done: () => void }) {
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
