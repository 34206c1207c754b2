import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { LevermapError } from "../base/errors.ts";
import { keptEndPath, keptLimit, keptPath } from "./guard.ts";
import { bodyFaults } from "./route-schemas.ts";
import type { User } from "./users.ts";

/** Keeps searches on patents, and ends them, in the workspace that is served. */
export interface Keeping {
  /** How many documents it finds now. */
  keep(search: { readonly name: string; readonly query: string }, user: User | null): Promise<number>;
  end(name: string, user: User | null): Promise<void>;
  /** Answers later requests from what was written. */
  moved(): Promise<void>;
}

const name = z.string().min(1).max(60).describe("one word of letters, figures and . _ -");
const exampleName = "hybrid-bonding";
const search = z
  .strictObject({
    name,
    query: z.string().min(1).max(4000).describe("as of `GET /api/patents/search`, or `saved:NAME` to begin anew"),
  })
  .meta({ examples: [{ name: exampleName, query: 'title:"hybrid bonding" status:in-force' }] });
const keptSchema = z.object({ name: z.string(), documents: z.number().describe("documents that it finds now") });
const errors = ["LM_USAGE", "LM_SEARCH_INVALID", "LM_TECHNOLOGY_UNKNOWN", "LM_NOT_MEASURED", "LM_WORKSPACE_BUSY"] as const;

/** The two routes that write. They are for analysts: a server that knows nobody keeps nothing. */
export function addKeptRoutes(plain: FastifyInstance, keeping: Keeping | undefined, isClosed: boolean): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  const described = (operationId: string, summary: string) => ({ operationId, tags: ["patents"], summary });
  const allowed = (): Keeping => {
    if (keeping !== undefined && isClosed) return keeping;
    throw new LevermapError("LM_SERVER_TOKEN_NEEDED", "To keep searches over HTTP, the server has to know who asks.");
  };
  server.post(
    keptPath,
    {
      bodyLimit: keptLimit,
      config: { role: "analyst" },
      schema: {
        ...described(
          "keepSearch",
          "Keeps a search on patents with what it finds now; an earlier one of the name ends. Needs a server with a token or users",
        ),
        body: search,
        response: { 200: keptSchema, ...bodyFaults({ errors }) },
      },
    },
    async ({ body, user }) => {
      const to = allowed();
      const documents = await to.keep(body, user);
      await to.moved();
      return { name: body.name, documents };
    },
  );
  server.post(
    keptEndPath,
    {
      bodyLimit: keptLimit,
      config: { role: "analyst" },
      schema: {
        ...described("endSearch", "Keeps a search no longer. Needs a server with a token or users"),
        body: z.strictObject({ name }).meta({ examples: [{ name: exampleName }] }),
        response: { 200: z.object({ name: z.string() }), ...bodyFaults({ errors: ["LM_USAGE", "LM_WORKSPACE_BUSY"] }) },
      },
    },
    async ({ body, user }) => {
      const to = allowed();
      await to.end(body.name, user);
      await to.moved();
      return { name: body.name };
    },
  );
}
