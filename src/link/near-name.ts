import { editDistance } from "./technologies.ts";

/** The one of `names` closest in spelling to what was asked for; `null` if none is close. */
export function nearName(wanted: string, names: readonly string[]): string | null {
  const scored = names
    .map((name) => ({ name, distance: editDistance(wanted.toLowerCase(), name) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = scored;
  return best && best.distance <= 2 ? best.name : null;
}
