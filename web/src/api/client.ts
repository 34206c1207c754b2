import { startTransition, useCallback, useEffect, useState } from "react";
import { nextInBrowser } from "../../../src/site/browser/fault-advice.ts";

/** An answer the server would not or could not give. */
export class AnswerError extends Error {
  readonly code: string;
  readonly next: string;

  constructor(code: string, message: string, next: string) {
    super(message);
    this.code = code;
    this.next = next;
  }
}

const tokenKey = "levermap-token";

export const rememberToken = (token: string): void => window.sessionStorage.setItem(tokenKey, token);

/** Path of a question; parameters that are not chosen are left out. */
export function questionPath(path: string, parameters: Readonly<Record<string, string | null>> = {}): string {
  const chosen = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== null);
  return chosen.length === 0 ? path : `${path}?${new URLSearchParams(chosen)}`;
}

/** What the server is asked with: the token that was handed in on this page, if one was. */
export function tokenHeaders(): Readonly<Record<string, string>> {
  const token = window.sessionStorage.getItem(tokenKey);
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** A question as of the day that the address of the page is cited with, if it is. */
function onCitedDay(path: string): string {
  const day = new URLSearchParams(window.location.search).get("as-of");
  const hasDay = /[?&]asOf=/.test(path);
  return day === null || hasDay ? path : `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ asOf: day })}`;
}

/** Asks the server. Throws `AnswerError`. */
export async function ask<T>(path: string, signal: AbortSignal): Promise<T> {
  // Relative to the page, as a proxy may have put a path before it
  const response = await fetch(onCitedDay(path).replace(/^\//, ""), { signal, headers: tokenHeaders() }).catch((fault: unknown) => {
    if (signal.aborted) throw fault;
    throw new AnswerError(
      "unreachable",
      "The server does not answer.",
      "Reload the page in a while. If it stays so, tell the operator of this service.",
    );
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  const wait = response.headers.get("retry-after");
  const told = (body as { error?: { code?: unknown; message?: unknown; next?: unknown } } | null)?.error;
  const code = String(told?.code ?? response.status);
  throw new AnswerError(
    code,
    String(told?.message ?? `The server answered with status ${response.status}.`),
    wait === null ? nextInBrowser(code, String(told?.next ?? "Reload the page.")) : `Wait ${wait} seconds, then ask again.`,
  );
}

export interface Answer<T> {
  /** The last answer; kept while the next one is on its way. */
  readonly value: T | null;
  readonly error: AnswerError | null;
  readonly waiting: boolean;
  readonly again: () => void;
}

interface Held<T> {
  readonly path: string | null;
  readonly round: number;
  readonly value: T | null;
  readonly error: AnswerError | null;
}

/** The answer to a question, asked anew whenever its path changes; `null` asks nothing. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const [held, setHeld] = useState<Held<T>>({ path: null, round: 0, value: null, error: null });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((last) => last + 1), []);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    ask<T>(path, stop.signal).then(
      // What it changes on the page may be much: it is drawn in parts, between which the reader is heard
      (value) => startTransition(() => setHeld({ path, round, value, error: null })),
      (fault: unknown) => {
        if (stop.signal.aborted) return;
        const error = fault instanceof AnswerError ? fault : new AnswerError("page", String(fault), "Reload the page.");
        setHeld((last) => ({ path, round, value: last.value, error }));
      },
    );
    return () => stop.abort();
  }, [path, round]);
  const answered = held.path === path && held.round === round;
  return { value: held.value, error: held.path === path ? held.error : null, waiting: path !== null && !answered, again };
}
