import { groupBy } from "../src/base/collections.ts";
import { atOnce } from "../src/base/turns.ts";
import { isBareAsianForm, isBareForm, withoutAsianForms, withoutForms } from "../src/link/legal-forms.ts";
import { plainLetters } from "../src/link/name-script.ts";
import { wordsOf } from "../src/link/name-words.ts";
import { readAtlasParties } from "../src/screen/atlas-names.ts";
import { type BearerKind, nameKindOf, unseenRarity } from "../src/screen/names/name-word.ts";
import { screenedName } from "../src/screen/names/screened-name.ts";
import { fittedWeights } from "../src/screen/names/weigh.ts";
import { bearerKind, createPartyIndex, type PartyIndex } from "../src/screen/party-index.ts";
import { readLists, readTimeline } from "../src/screen/read-lists.ts";
import { indexEqualNames } from "../src/screen/search/equal-names.ts";
import { hasFilesInUse } from "../test/screen/names-in-use.ts";
import { withAllLists } from "./all-lists.ts";
import { option, textOption } from "./support.ts";

/**
 * Every name and alias of every list against all lists: as printed, without brackets, without legal form, in lower and upper case, without
 * signs. Names that do not find their own entry are printed one by one. `--part K --of N`: every N-th name from K (0, 1);
 * `--only "as printed,lower case"`; `--workspace DIR`.
 */
const [part, of] = [option("part", 0), option("of", 1)];
const chosen = textOption("only")?.split(",");

const formless = (name: string): string => {
  const asian = withoutAsianForms(name);
  if (asian.formed) return asian.rest.trim();
  const { rest, formed } = withoutForms(wordsOf(plainLetters(name)));
  return formed ? rest.join(" ") : name;
};

const variants: Readonly<Record<string, (name: string) => string>> = {
  "as printed": (name) => name,
  "without brackets": (name) => name.replace(/\s*[（(][^()（）]*[)）]/g, "").trim(),
  "without legal form": formless,
  "lower case": (name) => name.toLowerCase(),
  "upper case": (name) => name.toUpperCase(),
  "without signs": (name) =>
    name
      .normalize("NFKC")
      .replace(/[^\p{L}\p{M}\p{N}\s]+/gu, " ")
      .trim(),
};

const isBare = (text: string): boolean => isBareForm(wordsOf(plainLetters(text))) || isBareAsianForm(text);

if (hasFilesInUse)
  await withAllLists(async (_, workspace) => {
    const loads = (await workspace.status()).filter(({ current }) => current);
    const lists = await readLists(workspace, (await readTimeline(workspace)).rules, loads);
    const index = createPartyIndex(lists, await readAtlasParties(workspace, lists));
    const entries = groupBy(
      [...lists.names].flatMap(([entry, own]) =>
        own.map(({ name }) => ({ entry, name, kind: bearerKind(lists.byEntry.get(entry)?.kind ?? null) })),
      ),
      ({ name }) => name,
    );
    const all = [...entries].filter((__, at) => at % of === part);
    for (const kind of ["organisation", "person"] as const) {
      const { bias, threshold } = fittedWeights()[kind];
      console.log(`${kind}: identical names have ${(1 / (1 + Math.exp(-bias))).toFixed(3)}, the threshold is ${threshold}`);
    }
    console.log(`${entries.size} different names of all lists, of which ${all.length} are asked for`);
    for (const [title, variant] of Object.entries(variants))
      if (chosen === undefined || chosen.includes(title)) ask(title, variant, all, index);
  });
else console.log("no lists here; set LEVERMAP_TEST_DATA");

type Listed = readonly [name: string, rows: readonly { readonly entry: string; readonly kind: BearerKind }[]];

function ask(title: string, variant: (name: string) => string, all: readonly Listed[], index: PartyIndex): void {
  const begun = performance.now();
  const missed: string[] = [];
  let [asked, searched] = [0, 0];
  for (const [name, rows] of all) {
    const text = variant(name);
    if ((title !== "as printed" && text === name) || !/[\p{L}\p{N}]/u.test(text)) continue;
    asked += 1;
    if (rows.every(({ kind }) => isEqual(text, name, kind))) continue;
    searched += 1;
    const found = new Set(index.find(text).map(({ entry }) => entry));
    if (rows.every(({ entry }) => found.has(entry))) continue;
    missed.push(`  "${text}" of "${name}" (${rows[0]!.entry})${isBare(text) ? ", a bare legal form" : ""}`);
  }
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `${title}: ${missed.length} of ${asked} do not find their party; ${searched} are not equal names and were searched (${seconds.toFixed(0)} s)`,
  );
  for (const line of missed) console.log(line);
}

/**
 * Whether a text is the listed name by its letters, with the same legal forms, so that the index takes it for equal (`equal-names.ts`) and gives
 * it the score of identical names: that needs no search. Names of persons that hold a legal form are searched.
 */
function isEqual(text: string, name: string, kind: BearerKind): boolean {
  const [a, b] = [screenedName(text, nameKindOf(kind), unseenRarity), screenedName(name, kind, unseenRarity)];
  const [one, other] = [a, b].map(({ readings }) =>
    JSON.stringify(readings.map((reading) => [reading.name.forms, reading.name.formKinds])),
  );
  const isFormed = a.readings.some((reading) => reading.name.forms.length > 0);
  return one === other && (kind !== "person" || !isFormed) && atOnce(indexEqualNames([b])).of(a).length > 0;
}
