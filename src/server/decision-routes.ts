import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { LevermapError } from "../base/errors.ts";
import { verdicts } from "../workspace/decisions.ts";
import { caseDecisionsPath, decisionsPath, keptLimit } from "./guard.ts";
import { bodyFaults } from "./route-schemas.ts";
import type { User } from "./users.ts";

const verdict = z
  .enum([...verdicts, "undo"])
  .describe("true: the same party; false: another; unsure: to be looked at again; undo: takes the last one back");
const key = z.string().min(1).max(500);
const note = z.string().max(4000).nullable().optional();

const decided = { entry: "csl/us-entity-list/acme-co-ltd-cn", verdict: "false", note: "another Acme, by its address" };
const nameSchema = z
  .strictObject({ name: z.string().min(1).max(1000), entry: key.describe("as screening gives it"), verdict, note })
  .meta({ examples: [{ name: "Acme", ...decided }] });
const caseSchema = z
  .strictObject({ customer: z.string().min(1).max(200), entry: key, verdict, note })
  .meta({ examples: [{ customer: "C-17", ...decided }] });
export type NameDecision = z.infer<typeof nameSchema>;
export type CaseDecision = z.infer<typeof caseSchema>;

/** Keeps decisions in the workspace that is served. */
export interface Deciding {
  onName(decision: NameDecision, user: User | null): Promise<unknown>;
  /** Whether the decision waits for a second person. */
  onCase(decision: CaseDecision, user: User | null): Promise<{ readonly awaitsSecond: boolean }>;
  /** Whether later requests are answered from what was written. */
  moved(): Promise<boolean>;
}

const shown = z
  .boolean()
  .describe("whether requests from now on are answered with it; false: they are once the answers on new data are ready");
const described = (operationId: string, summary: string) => ({ operationId, tags: ["screening"], summary });
const errors = ["LM_USAGE", "LM_WORKSPACE_BUSY", "LM_SERVER_TOO_MANY"] as const;

/** The routes that keep decisions, for officers. A server that knows nobody keeps none. */
export function addDecisionRoutes(plain: FastifyInstance, deciding: Deciding | undefined, isClosed: boolean): void {
  const server = plain.withTypeProvider<ZodTypeProvider>();
  const allowed = (): Deciding => {
    if (deciding !== undefined && isClosed) return deciding;
    throw new LevermapError("LM_SERVER_TOKEN_NEEDED", "To keep decisions over HTTP, the server has to know who asks.");
  };
  server.post(
    decisionsPath,
    {
      bodyLimit: keptLimit,
      schema: {
        ...described("decideName", "Keeps a decision on a name and an entry of a list. Needs a server with a token or users"),
        body: nameSchema,
        response: { 200: z.object({ shown }), ...bodyFaults({ errors: [...errors, "LM_PARTY_UNKNOWN"] }) },
      },
    },
    async ({ body, user }) => {
      await allowed().onName(body, user);
      return { shown: await allowed().moved() };
    },
  );
  server.post(
    caseDecisionsPath,
    {
      bodyLimit: keptLimit,
      schema: {
        ...described("decideCase", "Decides a case: that a customer is a listed party, or is not. Needs a user of one's own"),
        body: caseSchema,
        response: {
          200: z.object({ awaitsSecond: z.boolean().describe("whether a second person has to confirm it"), shown }),
          ...bodyFaults({ errors: [...errors, "LM_CUSTOMER_UNKNOWN", "LM_CASE_UNKNOWN", "LM_CASE_NOT_NOW", "LM_RUN_UNKNOWN"] }),
        },
      },
    },
    async ({ body, user }) => {
      const to = allowed();
      if (user === null || user.name === "anybody")
        throw new LevermapError("LM_SERVER_TOKEN_NEEDED", "A case is decided by a user with a name: use a token of your own.");
      const { awaitsSecond } = await to.onCase(body, user);
      return { awaitsSecond, shown: await to.moved() };
    },
  );
}
