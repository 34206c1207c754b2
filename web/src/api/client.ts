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

/** Asks the server. Throws `AnswerError`. */
export async function ask<T>(path: string, signal: AbortSignal): Promise<T> {
  const token = window.sessionStorage.getItem(tokenKey);
  const response = await fetch(path, { signal, headers: token ? { authorization: `Bearer ${token}` } : {} }).catch((fault: unknown) => {
    if (signal.aborted) throw fault;
    throw new AnswerError(
      "unreachable",
      "The server does not answer.",
      "Check that `levermap serve` is still running, then reload the page.",
    );
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  const wait = response.headers.get("retry-after");
  const told = (body as { error?: { code?: unknown; message?: unknown; next?: unknown } } | null)?.error;
  throw new AnswerError(
    String(told?.code ?? response.status),
    String(told?.message ?? `The server answered with status ${response.status}.`),
    wait === null ? String(told?.next ?? "Reload the page.") : `Wait ${wait} seconds, then ask again.`,
  );
}
