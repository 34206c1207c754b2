/** An edition of a list in one reading; see `list_edition`. */
export interface Edition {
  readonly list: string;
  readonly origin: string;
  readonly day: string | null;
  readonly kind: string;
  /** Remarks on replaced copies of the list. */
  readonly left?: readonly string[];
  /** Why it has no rows, where a newer copy of its file has left out the last. */
  readonly emptied?: readonly string[];
}

/** What a reading of a list covers on a day. */
export interface Reading {
  readonly list: string;
  readonly origin: string;
  /** `editions`: full ones replace, additions add. `snapshot`: the list on one day with dated rows. */
  readonly kind: "editions" | "snapshot";
  /** The snapshot used, or the last edition before the day; `null` unknown. */
  readonly used: string | null;
  /** Gaps in the data for the day. */
  readonly caveats: readonly string[];
  /** Whether an edition's rows count for the day. */
  uses(edition: string | null): boolean;
  /** Day from which a row was replaced by a full edition. */
  replacedOn(edition: string | null): string | null;
}

/** `editions` of one list and origin, at least one. */
export function readingOn(editions: readonly Edition[], day: string): Reading {
  const [{ list, origin } = { list: "", origin: "" }] = editions;
  const dated = editions.some(({ kind }) => kind === "full" || kind === "additions");
  const reading = dated ? byEditions(editions, day) : bySnapshot(editions, day);
  const emptied = editions.flatMap((each) => (each.day === reading.used ? (each.emptied ?? []) : []));
  return { list, origin, ...reading, caveats: [...reading.caveats, ...emptied, ...new Set(editions.flatMap(({ left = [] }) => left))] };
}

type Told = Omit<Reading, "list" | "origin">;

function byEditions(editions: readonly Edition[], day: string): Told {
  const days = (kinds: readonly string[]): readonly string[] =>
    editions.flatMap(({ kind, day: of }) => (kinds.includes(kind) && of !== null ? [of] : [])).sort();
  const [all, full] = [days(["full", "additions"]), days(["full"])];
  const [first = ""] = all;
  const last = all.at(-1) ?? "";
  return {
    kind: "editions",
    used: all.filter((each) => each <= day).at(-1) ?? null,
    caveats:
      day < first ? [`no edition before ${first} is in the data`] : day > last ? [`the latest edition in the data is of ${last}`] : [],
    uses: () => true,
    replacedOn: (edition) => (edition === null ? null : (full.find((each) => each > edition) ?? null)),
  };
}

/** Latest snapshot up to the day, else the first after it. Undated ones come last. */
function bySnapshot(editions: readonly Edition[], day: string): Told {
  const days = editions.flatMap(({ day: of }) => of ?? []).sort();
  const last = days.at(-1);
  const undated = editions.some((each) => each.day === null) && (last === undefined || day > last);
  const used = undated ? null : (days.filter((each) => each <= day).at(-1) ?? days[0] ?? null);
  return {
    kind: "snapshot",
    used,
    caveats: [ofSnapshot(used, day)].filter((each) => each !== null),
    uses: (edition) => edition === used,
    replacedOn: () => null,
  };
}

function ofSnapshot(used: string | null, day: string): string | null {
  if (used === null)
    return "at least: the day of this copy of the list is not known; removals before it and changes after it are not in the data";
  if (day < used) return `at least: later removals are not in the data, which is a copy of ${used}`;
  return day > used ? `the data is a copy of ${used}: later changes are not in it` : null;
}
