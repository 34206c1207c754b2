import { groupBy } from "../src/base/collections.ts";
import { isBareAsianForm, isBareForm, withoutAsianForms, withoutForms } from "../src/link/legal-forms.ts";
import { plainLetters } from "../src/link/name-script.ts";
import { wordsOf } from "../src/link/name-words.ts";
import { readAtlasParties } from "../src/screen/atlas-names.ts";
import { createPartyIndex, type PartyIndex } from "../src/screen/party-index.ts";
import { readLists, readTimeline } from "../src/screen/read-lists.ts";
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
  "without signs": (name) => name.replace(/[^\p{L}\p{M}\p{N}\s]+/gu, " ").trim(),
};

const isBare = (text: string): boolean => isBareForm(wordsOf(plainLetters(text))) || isBareAsianForm(text);

if (hasFilesInUse)
  await withAllLists(async (_, workspace) => {
    const loads = (await workspace.status()).filter(({ current }) => current);
    const lists = await readLists(workspace, (await readTimeline(workspace)).rules, loads);
    const index = createPartyIndex(lists, await readAtlasParties(workspace, lists));
    const entries = groupBy(
      [...lists.names].flatMap(([entry, own]) => own.map(({ name }) => ({ entry, name }))),
      ({ name }) => name,
    );
    const all = [...entries].filter((__, at) => at % of === part);
    console.log(`${entries.size} different names of all lists, of which ${all.length} are asked for`);
    for (const [title, variant] of Object.entries(variants))
      if (chosen === undefined || chosen.includes(title)) ask(title, variant, all, index);
  });
else console.log("no lists here; set LEVERMAP_TEST_DATA");

type Listed = readonly [name: string, rows: readonly { readonly entry: string }[]];

function ask(title: string, variant: (name: string) => string, all: readonly Listed[], index: PartyIndex): void {
  const begun = performance.now();
  const missed: string[] = [];
  let asked = 0;
  for (const [name, rows] of all) {
    const text = variant(name);
    if ((title !== "as printed" && text === name) || !/[\p{L}\p{N}]/u.test(text)) continue;
    asked += 1;
    const found = new Set(index.find(text).map(({ entry }) => entry));
    if (rows.every(({ entry }) => found.has(entry))) continue;
    missed.push(`  "${text}" of "${name}" (${rows[0]!.entry})${isBare(text) ? ", a bare legal form" : ""}`);
  }
  const seconds = (performance.now() - begun) / 1000;
  console.log(`${title}: ${missed.length} of ${asked} do not find their party (${seconds.toFixed(0)} s)`);
  for (const line of missed) console.log(line);
}
