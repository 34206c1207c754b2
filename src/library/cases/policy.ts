import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { checkedYaml } from "../../answers/shared/schema-fault.ts";
import { LevermapError } from "../../base/errors.ts";
import type { CaseVerdict } from "../../screen/cases/decision-log.ts";
import { digestOf } from "../../screen/cases/digest.ts";
import { userKey } from "./user.ts";

/** File of the policy in the folder of a workspace. */
export const policyName = "cases-policy.yaml";

/** `true`: always; `false`: never; above a score: also where the entry was no match by name. */
const rule = z.union([z.boolean(), z.strictObject({ above: z.number().min(0).max(1) })]);

const policySchema = z.strictObject({
  /** Who may decide; anybody if absent. */
  users: z.array(z.string().min(1)).min(1).optional(),
  /** Which verdicts take effect only when another person has confirmed them; none if absent. */
  "second-person": z.strictObject({ true: rule.optional(), false: rule.optional(), unsure: rule.optional() }).default({}),
});

/** Who decides on cases. `digest` tells the policy apart that a decision was made under. */
export interface CasesPolicy {
  readonly digest: string;
  /** Throws LM_USER_NEEDED for a user that the policy does not name. */
  requireUser(user: string): string;
  needsSecond(verdict: CaseVerdict, score: number | null): boolean;
}

/** Reads the policy of a workspace; without its file one person decides. Throws LM_POLICY_INVALID. */
export async function readPolicy(dir: string): Promise<CasesPolicy> {
  const path = join(dir, policyName);
  const text = await readFile(path, "utf8").catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === "ENOENT") return "{}";
    throw invalid(path, [thrown.message]);
  });
  const { users, "second-person": second } = checkedYaml(text, policySchema, (...problems) => invalid(path, problems));
  const known = users?.map(userKey);
  return {
    digest: digestOf({ users: known ?? null, second }),
    requireUser(user) {
      if (known === undefined || known.includes(user)) return user;
      throw new LevermapError("LM_USER_NEEDED", `The policy ${path} does not name the user ${user}.`, { user });
    },
    needsSecond(verdict, score) {
      const asked = second[verdict] ?? false;
      return typeof asked === "boolean" ? asked : score === null || score > asked.above;
    },
  };
}

const invalid = (path: string, problems: readonly string[]): LevermapError =>
  new LevermapError("LM_POLICY_INVALID", `The policy ${path} is not valid: ${problems.join("; ")}.`, { path, problems });
