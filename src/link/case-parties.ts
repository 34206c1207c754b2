import { endsInForm, withoutForms } from "./legal-forms.ts";
import { plainLetters } from "./name-script.ts";
import { wordsOf } from "./name-words.ts";
import { isPlaceLike, isState, placeEconomy } from "./party-places.ts";

/** One party of a case. `printed`: its part of the record; `name`: without the place; `economy`: of the place (ISO alpha-2), if known. */
export interface CaseParty {
  readonly printed: string;
  readonly name: string;
  readonly economy: string | null;
}

type PartyRole = Omit<CaseParty, "printed">;

/** Longer lists of parties are left as they are. */
const mostLetters = 2000;

/**
 * The parties that one side of a case names: `A Inc. of Austin, Texas and B Ltd. of Japan`. A semicolon always parts them; a comma or
 * "and" does only where each part stands with a legal form or a place of its own, so that a name with "and" in it stays whole. What a
 * record marks a party as, `(owner)`, `(NPE)`, is taken off.
 */
export function caseParties(side: string | null): readonly CaseParty[] {
  return (side ?? "")
    .replace(roles, " ")
    .split(/;/)
    .map((part) =>
      part
        .replace(/^\s*and\s+/, "")
        .replace(others, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((part) => part !== "")
    .flatMap((part) => (part.length > mostLetters ? null : parted(part)) ?? [{ printed: part, name: part, economy: null }]);
}

const roles = /\((?:petitioner|owner|licensor|licensee|NPE|PAE)\)/gi;
const others = /,?\s+(?:et al\.?|and others)\s*$/i;

/** The parts of a text that all stand, cut as early and as often as may be; `null` where there is no such cut. */
function parted(text: string): readonly CaseParty[] | null {
  const known = new Map<number, readonly CaseParty[] | null>();
  const bounds = [...masked(text).matchAll(/,? and |, /g)].map(({ index, 0: sign }) => ({
    end: index,
    next: index + sign.length,
    sign: sign === ", " ? ("comma" as const) : ("and" as const),
  }));
  const from = (start: number): readonly CaseParty[] | null => {
    const remembered = known.get(start);
    if (remembered !== undefined) return remembered;
    const found = cut(start) ?? last(start);
    known.set(start, found);
    return found;
  };
  // `Washington, DC and B Inc.`, `A Co., Ltd. of Korea`: the comma stands within the place or the form.
  const goesOnAt = (at: number): boolean => {
    const piece = text.slice(at, bounds.find(({ end }) => end > at)?.end);
    return piece.startsWith("of ") || isForm(piece.split(" ", 1)[0] ?? "") || isState(piece) || placeEconomy(piece) !== null;
  };
  const cut = (start: number): readonly CaseParty[] | null => {
    for (const { end, next, sign } of bounds) {
      if (end <= start || goesOnAt(next)) continue;
      const printed = text.slice(start, end);
      const role = roleOf(printed, sign);
      const rest = role && from(next);
      if (rest) return [{ printed, ...role }, ...rest];
    }
    return null;
  };
  const last = (start: number): readonly CaseParty[] | null => {
    const printed = text.slice(start);
    const role = roleOf(printed, "last");
    return role && [{ printed, ...role }];
  };
  return from(0);
}

/** What stands in brackets parts nothing. */
const masked = (text: string): string => text.replace(/\([^()]*\)/g, (inner) => "x".repeat(inner.length));

/** What comes after a part: a comma may stand within its place, "and" hardly, and the last part may be cut off. */
type End = "comma" | "and" | "last";

/** The name and place of a text that is one party with a legal form or a place; `null` where it has neither. */
function roleOf(text: string, end: End): PartyRole | null {
  const places = [...masked(text).matchAll(/,? of /g)].map(({ index, 0: sign }) => ({
    name: text.slice(0, index),
    place: text.slice(index + sign.length),
  }));
  for (const { name, place } of places) {
    if (!hasForm(name)) continue;
    const economy = end !== "comma" && isState(place) ? "US" : placeEconomy(place);
    if (economy !== null || (!goesOn.test(name) && mayBePlace(place, end))) return { name, economy };
  }
  if (hasForm(text)) return { name: text, economy: null };
  return afterComma(text) ?? withoutForm(places);
}

/** `Company of America` may go on; `Inc. of` does not. */
const goesOn = /\b(?:co|company|corp|corporation)\.?$/i;

/** A town that no table knows, after a legal form; the last one may have lost its end or be followed by words of the notice. */
function mayBePlace(place: string, end: End): boolean {
  if (end === "last")
    return !masked(place)
      .split(/,? and |, /)
      .some((_, at, parts) => hasForm(parts.slice(0, at + 1).join(" ")));
  return end === "and" && isPlaceLike(place);
}

/** Whether a text is nothing but a legal form: the `Ltd.` of `Co., Ltd.` */
const isForm = (text: string): boolean => withoutForms(["x", ...wordsOf(plainLetters(text))]).rest.length === 1;

const hasForm = (text: string): boolean => endsInForm(wordsOf(plainLetters(text)));

/** `Corning Incorporated, Corning, New York`. */
function afterComma(text: string): PartyRole | null {
  for (const { index } of masked(text).matchAll(/, /g)) {
    const name = text.slice(0, index);
    const economy = hasForm(name) ? placeEconomy(text.slice(index + 2)) : null;
    if (economy !== null) return { name, economy };
  }
  return null;
}

/** A name without a legal form before a place that is known from end to end, unless the place is part of the name: Bank of Japan. */
function withoutForm(places: readonly { readonly name: string; readonly place: string }[]): PartyRole | null {
  for (const { name, place } of places) {
    const economy = placeEconomy(place);
    if (economy !== null && !calledByPlace.test(name) && !isForm(name)) return { name, economy };
  }
  return null;
}

const calledByPlace =
  /\b(?:academy|bank|board|bureau|center|centre|college|commission|council|foundation|government|institute|ministry|museum|office|regents|republic|school|sciences|society|university)$/i;
