import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { z } from "zod";
import { LevermapError } from "../../base/errors.ts";

const note = z.object({ url: z.string(), validator: z.string().nullable() });

/** The unfinished file of a download, with a note beside it of what the server's file was: `name.part`, `name.part.json`. */
export class Part {
  readonly path: string;
  readonly notePath: string;
  private readonly url: string;

  constructor(target: string, url: string) {
    this.path = `${target}.part`;
    this.notePath = `${target}.part.json`;
    this.url = url;
  }

  /** How many bytes can be kept, and the headers that ask for the rest of the same file. */
  async resume(): Promise<{ readonly size: number; readonly headers: Readonly<Record<string, string>> }> {
    const validator = await this.validator();
    const size =
      validator === null
        ? 0
        : await stat(this.path).then(
            (found) => found.size,
            () => 0,
          );
    return size > 0 && validator !== null
      ? { size, headers: { range: `bytes=${size}-`, "if-range": validator } }
      : { size: 0, headers: {} };
  }

  /** Notes what the server's file is, so that only the rest of the very same file is ever added. */
  async begin(headers: Headers): Promise<void> {
    const etag = headers.get("etag");
    const validator = etag?.startsWith('"') ? etag : headers.get("last-modified");
    await rm(this.path, { force: true });
    await writeFile(this.notePath, JSON.stringify({ url: this.url, validator }));
  }

  async discard(): Promise<void> {
    await rm(this.path, { force: true });
    await rm(this.notePath, { force: true });
  }

  private async validator(): Promise<string | null> {
    try {
      const read = note.parse(JSON.parse(await readFile(this.notePath, "utf8")));
      return read.url === this.url ? read.validator : null;
    } catch {
      return null;
    }
  }
}

const mostRedirects = 5;

/** How large the server says a file is; `null` if it does not. */
export async function remoteSize(url: string, signal: AbortSignal): Promise<number | null> {
  try {
    const answer = await request(url, {}, AbortSignal.any([signal, AbortSignal.timeout(sizeTimeout)]), "HEAD");
    const length = Number(answer.headers.get("content-length") ?? "");
    return answer.ok && Number.isSafeInteger(length) && length > 0 ? length : null;
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

const sizeTimeout = 20_000;

/** Asks for `url`: up to five redirects, http(s) only, never https to http. Throws LM_FETCH_FAILED for others; network errors pass. */
export async function request(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
  method = "GET",
): Promise<Response> {
  let target = allowed(url, null);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await fetch(target, {
      headers: { "accept-encoding": "identity", "user-agent": "levermap", ...headers },
      method,
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
