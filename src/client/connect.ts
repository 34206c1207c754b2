import createFetch, {
  type Client,
  type ClientPathsWithMethod,
  type FetchResponse,
  type MaybeOptionalInit,
  type Middleware,
} from "openapi-fetch";

export interface ConnectOptions {
  /** Of the server, with its base path where it has one: `http://127.0.0.1:4173`. */
  readonly address: string;
  /** Sent with each question; default: none. */
  readonly token?: string;
  /** Answers that are kept and asked for again by their ETag (100); 0: none. */
  readonly keep?: number;
  /** In place of the one of the platform. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

type Method = "get" | "post";
// biome-ignore lint/suspicious/noExplicitAny: the description of the API says what the paths are
type AnyPaths = Record<string, any>;

/** The answer to a path of the description; throws `ServerProblem` where there is none, and what `fetch` throws where there is no server. */
type Asking<Paths extends AnyPaths, M extends Method> = <
  Path extends ClientPathsWithMethod<Client<Paths>, M>,
  Init extends MaybeOptionalInit<Paths[Path], M>,
>(
  path: Path,
  ...init: Record<never, never> extends Init ? [Init?] : [Init]
) => Promise<NonNullable<FetchResponse<Paths[Path][M], Init, `${string}/${string}`>["data"]>>;

export interface ServerClient<Paths extends AnyPaths> {
  readonly get: Asking<Paths, "get">;
  readonly post: Asking<Paths, "post">;
}

/**
 * Asks a running `levermap serve`. The types of paths, fields and answers are made of the description of its API by the build.
 *
 * @example
 * const map = connect({ address: "http://127.0.0.1:4173" });
 * const { ranked } = await map.get("/api/chokepoints", { params: { query: { home: "DE", top: 3 } } });
 */
export function connect<Paths extends AnyPaths>({ address, token, keep = 100, fetch }: ConnectOptions): ServerClient<Paths> {
  const client = createFetch<AnyPaths>({
    baseUrl: address.replace(/\/+$/, ""),
    headers: {
      accept: "application/json, application/problem+json",
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(fetch !== undefined && { fetch }),
  });
  if (keep > 0) client.use(keptAnswers(keep));
  const asking =
    (method: Method) =>
    async (path: string, init: Record<string, unknown> = {}): Promise<unknown> => {
      const { data, error, response } = await client.request(method, path, init);
      if (!response.ok) throw new ServerProblem(response, error);
      return data;
    };
  return { get: asking("get"), post: asking("post") } as unknown as ServerClient<Paths>;
}

/** Why a server gave no answer, as it says itself (RFC 9457). */
export class ServerProblem extends Error {
  override readonly name = "ServerProblem";
  /** HTTP status */
  readonly status: number;
  /** As in docs/errors.md, `LM_ECONOMY_UNKNOWN`; `null`: the answer came from no Levermap, but from a proxy before it. */
  readonly code: string | null;
  /** What to do; `null`: unknown. */
  readonly next: string | null;
  /** Seconds after which the server asks to be asked again; `null`: it names none. */
  readonly retryAfter: number | null;

  constructor(response: Response, body: unknown) {
    const { code = null, message = null, next = null } = (body as Told | null | undefined)?.error ?? {};
    super(message ?? `The server answered with status ${response.status}.`);
    this.status = response.status;
    this.code = code;
    this.next = next;
    const seconds = response.headers.get("retry-after");
    this.retryAfter = seconds !== null && /^\d+$/.test(seconds) ? Number(seconds) : null;
  }
}

interface Told {
  readonly error?: { readonly code?: string; readonly message?: string; readonly next?: string };
}

interface Kept {
  readonly tag: string;
  readonly body: string;
  readonly headers: Headers;
}

/**
 * Keeps answers that have an ETag, and asks whether they still hold: one that does is not sent again.
 * @param most answers that are kept; those that were not asked for longest go first
 */
function keptAnswers(most: number): Middleware {
  const kept = new Map<string, Kept>();
  const asked = new WeakMap<Request, Kept>();
  return {
    onRequest({ request }) {
      const found = request.method === "GET" ? kept.get(request.url) : undefined;
      if (found === undefined) return undefined;
      request.headers.set("if-none-match", found.tag);
      asked.set(request, found);
      return request;
    },
    async onResponse({ request, response }) {
      const { method, url } = request;
      const tag = response.headers.get("etag");
      const held = response.status === 304 ? asked.get(request) : undefined;
      if (held === undefined && (method !== "GET" || response.status !== 200 || tag === null)) return undefined;
      const now = held ?? { tag: tag as string, body: await response.text(), headers: response.headers };
      kept.delete(url);
      kept.set(url, now);
      if (kept.size > most) kept.delete(kept.keys().next().value as string);
      return new Response(now.body, { headers: now.headers });
    },
  };
}
