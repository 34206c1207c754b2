import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Writes data/link/han-name-readings.csv, how Han characters are read in names of persons: Japanese readings (nanori, and
 * native readings up to their ending, of the characters with nanori in KANJIDIC2, CC BY-SA 4.0, in the package jamdict-data 1.5 of 2021-04), and Cantonese ones as the Government of Hong Kong writes them (the package
 * cantonese-romanisation 1.0.5, MIT), of the characters that Big5 calls frequent.
 *
 *     sqlite3 -separator $'\t' jamdict.db "SELECT c.literal, n.value FROM character c JOIN nanori n ON n.cid = c.ID
 *       UNION SELECT c.literal, r.value FROM character c JOIN rm_group g ON g.cid = c.ID JOIN reading r ON r.gid = g.ID
 *       WHERE r.r_type = 'ja_kun' AND c.ID IN (SELECT cid FROM nanori)" > nanori.tsv
 *     node scripts/extract-name-readings.mjs nanori.tsv charToRoman.json [OUTPUT]
 */
const [nanori, roman, output = fileURLToPath(new URL("../data/link/han-name-readings.csv", import.meta.url))] = process.argv.slice(2);
const { toRomaji } = await import("wanakana");

const found = new Map();
const add = (language, reading, character) => {
  const key = `${language},${reading}`;
  if (/^[a-z]{1,8}$/.test(reading)) found.set(key, new Set([...(found.get(key) ?? []), character]));
};

const short = (reading) => toRomaji(reading).replace(/ou|oo/g, "o").replace(/uu/g, "u");
for (const line of readFileSync(nanori, "utf8").split("\n").filter(Boolean)) {
  const [character, reading] = line.split("\t");
  add("ja", short(reading.split(".")[0].replaceAll("-", "")), character);
}

const big5 = new TextDecoder("big5");
const frequent = new Set();
for (let lead = 0xa4; lead <= 0xc6; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) frequent.add(big5.decode(Uint8Array.of(lead, trail)));
for (const [character, readings] of Object.entries(JSON.parse(readFileSync(roman, "utf8"))))
  if (frequent.has(character)) for (const reading of readings) add("yue", reading, character);

const rows = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, characters]) => `${key},${[...characters].sort().join("")}\n`);
writeFileSync(output, `language,reading,characters\n${rows.join("")}`);
