import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Writes data/link/han-readings.csv, the Japanese readings of Han characters, from the Unicode Han database (Unihan_Readings.txt and
 * Unihan_IRGSources.txt of Unicode 14.0.0, Unicode licence): the characters of JIS X 0208, at most three readings of Chinese and four of
 * Japanese origin each, in Hepburn letters with long vowels written short.
 *
 *     node scripts/extract-han-readings.mjs UNIHAN_FOLDER [OUTPUT]
 */
const [folder, output = fileURLToPath(new URL("../data/link/han-readings.csv", import.meta.url))] = process.argv.slice(2);

const fields = (file) =>
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("U+"))
    .map((line) => line.split("\t"))
    .map(([code, field, value]) => ({ character: String.fromCodePoint(Number.parseInt(code.slice(2), 16)), field, value }));

/** Stems that the database does not give by themselves but that names are made of. */
const stems = {
  大: "o",
  小: "ko o",
  日: "ni hi",
  三: "mi",
  平: "hira taira",
  明: "mei aki",
  幸: "yuki",
  和: "kazu",
  清: "kiyo",
  生: "o ike",
};

const short = (reading) =>
  reading
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/ou|oo/g, "o")
    .replace(/uu/g, "u");
/** Adjectives (`takai`) stand in names without their ending. */
const withoutEnding = (reading) => (/..[aiueo]i$/.test(reading) ? reading.slice(0, -1).replace(/([aiueo])k$/, "$1") : reading);

const japanese = new Set();
for (const { character, field, value } of fields("Unihan_IRGSources.txt"))
  if (field === "kIRG_JSource" && value.startsWith("J0-")) japanese.add(character);
const readings = new Map();
for (const { character, field, value } of fields("Unihan_Readings.txt")) {
  if (!japanese.has(character)) continue;
  const own =
    field === "kJapaneseOn"
      ? value.split(" ").slice(0, 3).map(short)
      : field === "kJapaneseKun"
        ? value.split(" ").slice(0, 4).map(short).map(withoutEnding)
        : [];
  const all = [...(readings.get(character) ?? []), ...own.filter((each) => each !== "" && each.length <= 8)];
  if (all.length > 0) readings.set(character, all);
}
for (const [character, more] of Object.entries(stems)) readings.set(character, [...(readings.get(character) ?? []), ...more.split(" ")]);
const rows = [...readings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([character, all]) => `${character},${[...new Set(all)].join(" ")}\n`);
writeFileSync(output, `character,readings\n${rows.join("")}`);
