import createFetch, { type Client, type ClientPathsWithMethod, type FetchResponse, type MaybeOptionalInit } from "openapi-fetch";
import { keptAnswers } from "./kept-answers.ts";
import { ServerProblem } from "./server-problem.ts";

export { ServerProblem };

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
