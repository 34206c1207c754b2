import { dataKinds, restsOn } from "../../workspace/data-kinds.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Question } from "./question.ts";

/** An answer that may name what it rests on. */
interface Evident {
  readonly evidence?: { readonly loads: readonly { readonly id: string }[] } | undefined;
}

/** An answer without those loads that its question reads nothing of: another of them would change no answer. */
export async function restingOn<T extends object>(
  { reads }: Pick<Question, "reads">,
  answer: T,
  loads: () => Promise<readonly LoadStatus[]>,
): Promise<T> {
  const { evidence } = answer as Evident;
  if (reads === dataKinds || evidence === undefined) return answer;
  const others = new Set((await loads()).filter((load) => !restsOn(reads, load)).map(({ id }) => id));
  const named = evidence.loads.filter(({ id }) => !others.has(id));
  return named.length === evidence.loads.length ? answer : { ...answer, evidence: { ...evidence, loads: named } };
}
