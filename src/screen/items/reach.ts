import type { ItemCover } from "../../link/end-use-rules.ts";
import type { Destination, ItemBook } from "./book.ts";
import { type Coverage, coverage, parseScope } from "./scope.ts";

/** Whether a destination is one of some economies and country groups; `unclear`: the groups are not loaded. Hong Kong follows China. */
export function isOneOf(
  { economy, governedBy }: Pick<Destination, "economy" | "governedBy">,
  places: readonly string[],
  { groups }: Pick<ItemBook, "groups">,
): "yes" | "no" | "unclear" {
  const own = governedBy ?? economy;
  const named = places.filter((place) => place.includes(":"));
  if (places.includes("*") || places.includes(economy) || places.includes(own)) return "yes";
  if (named.some((group) => groups.get(group)?.has(own))) return "yes";
  return named.some((group) => !groups.has(group)) ? "unclear" : "no";
}

/** What of an entry, or of a paragraph of it, some covers take in. A cover may be a product group such as `3B`. */
export function covered(covers: readonly ItemCover[], item: string, paragraph: string | null): Coverage {
  const found = covers
    .filter((cover) => item === cover.item || (cover.item.length === 2 && item.startsWith(cover.item)))
    .map(({ scope, associated }): Coverage => {
      if (associated) return "unclear";
      return scope === null ? "all" : coverage(parseScope(scope, item), paragraph);
    });
  return (["all", "part", "unclear"] as const).find((each) => found.includes(each)) ?? "none";
}
