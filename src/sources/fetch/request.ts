import { LevermapError } from "../../base/errors.ts";

const mostRedirects = 5;

/**
 * Asks for `url` and follows up to five redirects, over http and https only and never from https to http.
 * Throws LM_FETCH_FAILED for a refused redirect; network errors pass.
 */
export async function request(url: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response> {
  let target = allowed(url, null);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await fetch(target, {
      headers: { "accept-encoding": "identity", "user-agent": "levermap", ...headers },
      redirect: "manual",
      signal,
    });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    target = allowed(location, target);
  }
  throw new LevermapError("LM_FETCH_FAILED", `${url}: more than ${mostRedirects} redirects`, { url });
}

function allowed(location: string, from: URL | null): URL {
  const target = URL.canParse(location, from?.href) ? new URL(location, from?.href) : null;
  const scheme = target?.protocol;
  if (!target || (scheme !== "https:" && (scheme !== "http:" || from?.protocol === "https:"))) {
    throw new LevermapError("LM_FETCH_FAILED", `Refused to go to ${location.slice(0, 200)}`, { location: location.slice(0, 200) });
  }
  return target;
}

/** A signal that fires when `outer` does, or when `touch` is not called for `timeout` milliseconds. */
export function stalled(timeout: number, outer: AbortSignal): { readonly signal: AbortSignal; touch(): void; stop(): void } {
  const silence = new AbortController();
  const fire = (): void => silence.abort(new Error(`nothing came for ${timeout} ms`));
  let timer = setTimeout(fire, timeout);
  return {
    signal: AbortSignal.any([outer, silence.signal]),
    touch: () => {
      clearTimeout(timer);
      timer = setTimeout(fire, timeout);
    },
    stop: () => clearTimeout(timer),
  };
}
