import type { DrawnInput } from "../draw/inputs.ts";
import type { DrawnRange } from "../draw/random.ts";
import type { ActPolicy } from "./act-policy.ts";

/** What is drawn of a policy. A leakage is an input of its own kind, apart from what a licence policy withholds. */
export function policyInputs(policy: ActPolicy | undefined): readonly DrawnInput[] {
  if (!policy) return [];
  const { act, key, postures, leakage, wait, waiting } = policy;
  const drawn = ({ key: of, low, high }: DrawnRange, name: string): DrawnInput[] =>
    high > low ? [{ key: of, technology: null, name: `${name}: ${act}`, low, high, basis: "assumed", source: null }] : [];
  if (postures === null) return drawn(leakage, "leakage").map((input) => ({ ...input, basis: leakage.basis, source: leakage.source }));
  const settled = drawn({ key, low: 0, high: 1 }, "part withheld under licence");
  return [...settled, ...drawn(wait, "months until the first permits"), ...drawn(waiting, "part withheld until the first permits")];
}
