import { findEconomy } from "./economies.ts";
import { endsInForm, withoutForms } from "./legal-forms.ts";
import { nameKey } from "./name-key.ts";
import { plainLetters } from "./name-script.ts";
import { wordsOf } from "./name-words.ts";

/** A party. `printed`: its part of the record; `name`: without place; `economy`: of the place (ISO alpha-2). */
export interface CaseParty {
  readonly printed: string;
  readonly name: string;
  readonly economy: string | null;
}

type PartyRole = Omit<CaseParty, "printed">;

/** Longest list that is split. */
const mostLetters = 2000;

/**
 * Parties of one side of a case: `A Inc. of Austin, Texas and B Ltd. of Japan`. Semicolons always separate; commas and "and" only where each
 * part has a legal form or place. Marks such as `(owner)`, `(NPE)` are removed.
 */
export const caseParties = (side: string | null): readonly CaseParty[] =>
  (side ?? "")
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

const roles = /\((?:petitioner|owner|licensor|licensee|NPE|PAE)\)/gi;
const others = /,?\s+(?:et al\.?|and others)\s*$/i;

/** Splits into valid parts, as early and often as possible; `null` if impossible. */
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

/** Brackets do not separate. */
const masked = (text: string): string => text.replace(/\([^()]*\)/g, (inner) => "x".repeat(inner.length));

/** What may follow a part: commas may be within its place, "and" hardly; the last part may be truncated. */
type End = "comma" | "and" | "last";

/** Name and place of a single party; `null` without legal form or place. */
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

/** `Company of America` may continue; `Inc. of` does not. */
const goesOn = /\b(?:co|company|corp|corporation)\.?$/i;

/** An unknown town after a legal form; the last one may be truncated or followed by other words. */
function mayBePlace(place: string, end: End): boolean {
  if (end === "last")
    return !masked(place)
      .split(/,? and |, /)
      .some((_, at, parts) => hasForm(parts.slice(0, at + 1).join(" ")));
  return end === "and" && isPlaceLike(place);
}

/** Only a legal form, such as `Ltd.` of `Co., Ltd.` */
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

/** A name without legal form before a fully known place, unless that is part of the name: Bank of Japan. */
function withoutForm(places: readonly { readonly name: string; readonly place: string }[]): PartyRole | null {
  for (const { name, place } of places) {
    const economy = placeEconomy(place);
    if (economy !== null && !calledByPlace.test(name) && !isForm(name)) return { name, economy };
  }
  return null;
}

const calledByPlace =
  /\b(?:academy|bank|board|bureau|center|centre|college|commission|council|foundation|government|institute|ministry|museum|office|regents|republic|school|sciences|society|university)$/i;

const stateNames =
  "Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,District of Columbia,Florida,Georgia,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Puerto Rico,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,Wyoming";
const stateCodes =
  "AL,AK,AZ,AR,CA,CO,CT,DC,DE,FL,GA,HI,IA,ID,IL,IN,KS,KY,LA,MA,MD,ME,MI,MN,MO,MS,MT,NC,ND,NE,NH,NJ,NM,NV,NY,OH,OK,OR,PA,PR,RI,SC,SD,TN,TX,UT,VA,VT,WA,WI,WV,WY";
const states = new Set(`${stateNames},${stateCodes}`.split(",").map(nameKey));

const usual: Readonly<Record<string, string>> = { korea: "KR" };

const mostParts = 3;

/** Economy (ISO alpha-2) of `Austin, Texas` or `the Republic of Korea`; `null` for a town or state alone, and for other text. */
export function placeEconomy(text: string): string | null {
  const parts = partsOf(text);
  const last = (parts.at(-1) ?? "").replace(article, "");
  if (!isPlaceLike(text)) return null;
  if (parts.length > 1 && states.has(nameKey(last))) return "US";
  return parts.length > 1 || last.length > 3 ? (usual[nameKey(last)] ?? findEconomy(last)) : null;
}

export const isState = (text: string): boolean => states.has(nameKey(text));

/** Whether a text looks like a place: up to three names without "of" or "and", economies excepted. */
export const isPlaceLike = (text: string): boolean => partsOf(text).length <= mostParts && partsOf(text).every(isPart);

const article = /^the\s+/i;
const partsOf = (text: string): readonly string[] => text.replace(/[\s.]+$/, "").split(/\s*,\s*/);
const isPart = (part: string): boolean =>
  /^\p{L}/u.test(part) && (!/\s(?:of|and)\s/.test(part) || findEconomy(part.replace(article, "")) !== null);
