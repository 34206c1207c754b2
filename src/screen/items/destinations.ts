import { findEconomy } from "../../link/economies.ts";

/** Where a reason for control requires a licence, according to the entry. */
export interface Destinations {
  /** Columns of the Country Chart, such as `NS 2`. */
  readonly columns: readonly string[];
  /** All destinations but `except`. */
  readonly worldwide: boolean;
  readonly except: readonly string[];
  /** Named economies, and country groups whose members need a licence unless also in `withoutGroups`. */
  readonly economies: readonly string[];
  readonly groups: readonly string[];
  readonly withoutGroups: readonly string[];
  /** Refers to a section that is not loaded. */
  readonly elsewhere: boolean;
  /** Sections named, such as `742.6(a)(11)`. */
  readonly sections: readonly string[];
}

const nowhere: Destinations = {
  columns: [],
  worldwide: false,
  except: [],
  economies: [],
  groups: [],
  withoutGroups: [],
  elsewhere: false,
  sections: [],
};

const column = /\b(?:([A-Z]{2}) )?Column (\d)\b/g;
const onlyColumns = /^(?:[A-Z]{2} applies to (?:the )?entire entry )?(?:(?:[A-Z]{2} )?Column \d\.?,?\s*)+/;
const worldwide = /^Worldwide control\b|any destination worldwide|\bfor all destinations\b|\bfor ALL destinations\b/;
const group = /\b[A-E]:\d\b/g;

/** Parses the printed destinations of a reason for control; `reason`: its code where the column omits it. */
export function parseDestinations(printed: string, reason: string | null): Destinations {
  const sections = [...printed.matchAll(/§§? ?(\d{3}\.\d+(?:\([a-zA-Z0-9]+\))*)/g)].map(([, section = ""]) => section);
  const base = { ...nowhere, sections };
  if (onlyColumns.test(printed)) {
    const columns = [...printed.matchAll(column)].flatMap(([, code = reason, number]) => (code === null ? [] : [`${code} ${number}`]));
    return { ...base, columns, elsewhere: printed.replace(onlyColumns, "").trim() !== "" || columns.length === 0 };
  }
  if (worldwide.test(printed))
    return { ...base, worldwide: true, except: economiesIn(/destinations, except ([^,.]+)/.exec(printed)?.[1] ?? "") };
  const grouped = byGroups(printed);
  if (grouped !== null) return { ...base, ...grouped };
  const named = economiesIn(namedPart(printed));
  return named.length > 0 ? { ...base, economies: named } : { ...base, elsewhere: true };
}

/** `To or within Macau or a destination specified in Country Group D:5 ..., excluding any destination also specified in ...`. */
function byGroups(printed: string): Pick<Destinations, "economies" | "groups" | "withoutGroups"> | null {
  const [, place, rest] =
    /^To or within (?:the )?(.*?)(?: or )?(?:a )?destinations? specified in (Country Groups? .*)$/.exec(printed) ?? [];
  if (place === undefined || rest === undefined) return null;
  const [included = "", excluded = ""] = rest.split(/\bexcluding\b/);
  const groups = included.match(group) ?? [];
  const economies = economiesIn(place);
  return groups.length === 0 || (place !== "" && economies.length === 0)
    ? null
    : { economies, groups, withoutGroups: excluded.match(group) ?? [] };
}

/** `China, Russia, or Venezuela (see ...)`, `... for export or reexport to Iraq or Pakistan or transfer within ...`. */
const namedPart = (printed: string): string =>
  /\b(?:reexport|entry|items) (?:of these items )?to ([A-Z][\w ]+?)(?: or transfer| and transfer| for |\.|,)/.exec(printed)?.[1] ??
  /^([A-Z][\w ,]+?)\s*\((?:see)\b/.exec(printed)?.[1] ??
  "";

const economiesIn = (text: string): readonly string[] => {
  const found = text.split(/\s*(?:,\s*(?:and|or)\s+|,\s*|\s+and\s+|\s+or\s+)\s*/).filter((name) => name !== "");
  const economies = found.map(findEconomy);
  return economies.some((economy) => economy === null) ? [] : economies.filter((economy) => economy !== null);
};
