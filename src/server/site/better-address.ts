/** Where the things of a kind are chosen from, for an address that names the kind alone. */
const lists: Readonly<Record<string, string>> = {
  economy: "./#rest",
  clout: "./#rest",
  technology: "map?view=list",
  organisation: "search",
  patent: "patents",
  holder: "patents",
  control: "controls",
  item: "controls",
};

/**
 * The address that was meant by one with a slash at its end, a kind in capitals, or a kind alone, from the top of the site; `null`: it is none of these.
 * @param address without the query
 * @param kinds first parts of the paths of pages
 */
export function betterAddress(address: string, kinds: ReadonlySet<string>): string | null {
  const [kind = "", ...rest] = address.replace(/\/+$/, "").split("/");
  const known = kinds.has(kind) ? kind : kind.toLowerCase();
  if (!kinds.has(known)) return null;
  if (rest.length === 0 && Object.hasOwn(lists, known)) return lists[known]!;
  const better = [known, ...rest].join("/");
  return better === address ? null : better;
}

/** Where stands now what was a view of the map, from the top of the site; `null`: it was none. */
export function formerView(path: string, { view, plan, patent }: Readonly<Record<string, unknown>>): string | null {
  if (path !== "map") return null;
  if (typeof patent === "string" && patent !== "") return `patent/${encodeURIComponent(patent)}`;
  if (view === "backtests") return "backtests";
  if (view !== "plan") return null;
  return typeof plan === "string" && plan !== "" ? `plan/${encodeURIComponent(plan)}` : "plans";
}
