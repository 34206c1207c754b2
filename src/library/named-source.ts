import { LevermapError } from "../base/errors.ts";
import { nearName } from "../link/near-name.ts";
import type { Source } from "../sources/format/source.ts";
import { sources } from "../sources/index.ts";

export const sourceNames: readonly string[] = [...sources.keys()];

/** A source by name. Throws LM_SOURCE_UNKNOWN with a suggestion. */
export function namedSource(name: string): Source {
  const source = sources.get(name);
  if (source) return source;
  const near = nearName(name, sourceNames);
  const hint = near === null ? `There are ${sourceNames.join(", ")}.` : `Did you mean ${near}?`;
  throw new LevermapError("LM_SOURCE_UNKNOWN", `There is no source "${name}". ${hint}`, { source: name, sources: sourceNames });
}
