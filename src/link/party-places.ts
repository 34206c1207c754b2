import { findEconomy } from "./economies.ts";
import { nameKey } from "./name-key.ts";

const stateNames =
  "Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,District of Columbia,Florida,Georgia,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Puerto Rico,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,Wyoming";
const stateCodes =
  "AL,AK,AZ,AR,CA,CO,CT,DC,DE,FL,GA,HI,IA,ID,IL,IN,KS,KY,LA,MA,MD,ME,MI,MN,MO,MS,MT,NC,ND,NE,NH,NJ,NM,NV,NY,OH,OK,OR,PA,PR,RI,SC,SD,TN,TX,UT,VA,VT,WA,WI,WV,WY";
const states = new Set(`${stateNames},${stateCodes}`.split(",").map(nameKey));

const usual: Readonly<Record<string, string>> = { korea: "KR" };

const mostParts = 3;

/**
 * Economy (ISO alpha-2) of a place as in notices and dockets: `Austin, Texas`, `Kyoto, Japan`, `the Republic of Korea`; `null` for other
 * text, a town alone, or a state alone (universities are named after them).
 */
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
