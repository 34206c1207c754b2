import type { FastifyInstance } from "fastify";
import { LevermapError } from "../base/errors.ts";
import { isClosed, isLoopback } from "./access.ts";

export interface ListenOptions {
  readonly host?: string | undefined;
  /** 0: any free port. */
  readonly port?: number | undefined;
  /** Closes the server when aborted, after the answers under way. */
  readonly signal?: AbortSignal | undefined;
}

const portsTried = 20;

const isBusy = (thrown: unknown): boolean => (thrown as { code?: unknown } | null)?.code === "EADDRINUSE";

/**
 * Starts to listen and returns the address, such as `http://127.0.0.1:4173`. A busy port moves to the next, 20 at most.
 * Throws LM_SERVER_TOKEN_NEEDED for an address others can reach when the server knows neither token nor users and is not public, LM_SERVER_PORT_BUSY when all are taken.
 */
export async function listen(server: FastifyInstance, options: ListenOptions = {}): Promise<string> {
  const { host = "127.0.0.1", port = 4173, signal } = options;
  if (!isLoopback(host) && !isClosed(server.access) && !server.access.isPublic) {
    throw new LevermapError(
      "LM_SERVER_TOKEN_NEEDED",
      `To listen on ${host}, where others can reach it, the server needs a token or users.`,
    );
  }
  server.access.names.add(host.toLowerCase());
  const last = port === 0 ? 0 : Math.min(65_535, port + portsTried - 1);
  for (let tried = port; tried <= last; tried++) {
    try {
      return await server.listen({ host, port: tried, ...(signal && { signal }) });
    } catch (thrown) {
      if (!isBusy(thrown)) throw thrown;
    }
  }
  throw new LevermapError("LM_SERVER_PORT_BUSY", `The ports ${port} to ${last} of ${host} are all in use.`);
}
