import { describe, expect, test } from "vitest";
import { realData } from "../sources/support.ts";
import { edinet, edinetFile } from "./edinet.ts";
import { acrossScripts, figures, holdersOf, type LabelledPair, printed, records, type Score, said, score } from "./pair-score.ts";

const same = (a: string, b: string, reason: string): LabelledPair => ({ a, b, same: true, reason });

/** Pairs of different organisations whose names begin with the same word. */
function sharingAWord(names: readonly (readonly [name: string, id: string])[]): readonly LabelledPair[] {
  const byWord = new Map<string, (readonly [string, string])[]>();
  for (const entry of names) {
    const word = entry[0].toLowerCase().split(/[\s,.]+/)[0] ?? "";
    if (word.length > 1) byWord.set(word, [...(byWord.get(word) ?? []), entry]);
  }
  return [...byWord.values()].flatMap((group) =>
    group.flatMap(([a, one], i) =>
      group.slice(i + 1).flatMap(([b, other]) => (one === other || a === b ? [] : [{ a, b, same: false, reason: "another organisation" }])),
    ),
  );
}

interface Report {
  readonly within: Score;
  readonly across: Score;
  readonly wrong: readonly LabelledPair[];
}

/** Figures without precision, of pairs that have no negatives. */
const recalled = (found: Score): readonly string[] => figures(found).with(1, "");

/** Says how well each kind of pair is told; recall over two scripts is what the atlas knows, nothing else can tie those. */
function report(name: string, pairs: readonly LabelledPair[]): Report {
  const across = score(pairs.filter(acrossScripts));
  const within = score(pairs.filter((pair) => !acrossScripts(pair)));
  const kinds = [
    ["one script", within],
    ["two scripts", across],
  ] as const;
  for (const [kind, result] of kinds) {
    if (Number.isFinite(result.recall)) console.info(said(`${name}, ${kind}`, result));
    else if (result.pairs > 0) console.info(`${name}, ${kind}: ${result.pairs} pairs of different ones, ${result.wrong.length} joined`);
  }
  for (const { a, b } of [...within.wrong, ...across.wrong]) console.info(`    joined: ${a} | ${b}`);
  return { within, across, wrong: [...within.wrong, ...across.wrong] };
}

const kipris = realData("patents/kipo-semiconductor/kipris_biblio.csv");
const ksia = realData("patents/kipo-semiconductor/ksia_members.csv");
const candidates = realData("controls/aliases/CandidateCompanyNames.csv");

/** Names without the commonest Korean forms, or without case and punctuation: labels made by the other script of the same register. */
const plainKorean = (name: string): string => name.replace(/\s|㈜|\(주\)|주식회사|유한회사/g, "");
const plainEnglish = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, "")
    .replace(/ (co|ltd|inc|corp|corporation|limited|company)\b/g, "")
    .trim();

/** Pairs of one script of which the names in the other script are alike. */
function pairedBy(
  one: readonly (readonly [string, string])[],
  other: readonly (readonly [string, string])[],
  side: 0 | 1,
): readonly LabelledPair[] {
  const plain = side === 0 ? plainKorean : plainEnglish;
  const known = new Map(other.map((pair) => [plain(pair[1 - side] as string), pair[side] as string]));
  return one.flatMap((pair) => {
    const found = known.get(plain(pair[1 - side] as string));
    return found === undefined || found === pair[side] ? [] : [same(pair[side] as string, found, "alike in the other script")];
  });
}

/** Pairs of names in `holders` that are one holder though their ids differ. */
function falselyJoined(names: readonly (readonly [name: string, id: string])[]): readonly string[] {
  const holders = holdersOf(names.map(([name]) => name));
  const first = new Map<string, readonly [string, string]>();
  return names.flatMap(([name, id]) => {
    const holder = holders.get(name) ?? "";
    const held = first.get(holder);
    if (!held) first.set(holder, [name, id]);
    return held && held[1] !== id && held[0] !== name ? [`${held[0]} | ${name}`] : [];
  });
}

describe("registers that pair names", () => {
  test.skipIf(kipris.absent || ksia.absent)(`KIPO applicants and KSIA members (${kipris.path})`, () => {
    const applicants = new Map<string, string>();
    for (const { applicant_ko = "", applicant_en = "" } of records(kipris.path)) {
      const korean = applicant_ko.split("|");
      applicant_en.split("|").forEach((english, i) => void applicants.set(english, korean[i] ?? ""));
    }
    const members = records(ksia.path).map(({ name_ko = "", name_en = "" }) => [name_en, name_ko] as const);
    const kipo = report("KIPO applicants", [...[...applicants].map(([a, b]) => same(a, b, "KIPO")), ...sharingAWord([...applicants])]);
    const association = report("KSIA members", [...members.map(([a, b]) => same(a, b, "KSIA")), ...sharingAWord(members)]);
    const latin = report("KIPO and KSIA, Latin", pairedBy([...applicants], members, 0));
    const hangul = report("KIPO and KSIA, Hangul", pairedBy([...applicants], members, 1));
    // Each register spells one firm in two ways (ULVAC, MKPRECISION), which the pairs take for two.
    expect(recalled(kipo.across)).toEqual(printed("Korean applicants, Korean and English, no negatives"));
    expect(recalled(association.across)).toEqual(printed("members of the Korean chip association, Korean and English, no negatives"));
    expect([kipo.wrong.length, association.wrong.length]).toEqual([1, 1]);
    expect(latin.within.recall).toBeGreaterThanOrEqual(0.5);
    expect(hangul.within.recall).toBeGreaterThanOrEqual(0.8);
  });

  test.skipIf(edinetFile.absent)(`EDINET filers (${edinetFile.path})`, () => {
    const filers = edinet().flatMap(({ kind, written, english, number }) =>
      kind.startsWith("内国法人") && number ? [{ japanese: written, english, id: number }] : [],
    );
    const latin = filers.flatMap(({ english, id }) => (english ? [[english, id] as const] : []));
    const wrong = { japanese: falselyJoined(filers.map(({ japanese, id }) => [japanese, id])), english: falselyJoined(latin) };
    console.info(`EDINET: ${filers.length} Japanese and ${latin.length} English names of different corporate numbers, joined:`);
    for (const list of Object.values(wrong)) console.info(`    ${list.length}: ${list.slice(0, 25).join("; ")}`);
    const pairs = filers.flatMap(({ japanese, english }) => (english ? [same(japanese, english, "EDINET")] : []));
    const { across } = report("EDINET", pairs);
    expect(recalled(across)).toEqual(printed("Japanese filers, Japanese and English, no negatives"));
    expect(wrong.japanese.length / filers.length).toBeLessThan(0.01);
    expect(wrong.english.length / latin.length).toBeLessThan(0.02);
  });

  test.skipIf(candidates.absent)(`Chinese firms and their candidates (${candidates.path})`, () => {
    const pairs = records(candidates.path).flatMap((row) => {
      const [source = "", candidate = "", status = ""] = [
        row["Source - Company Name in English"],
        row["EPO - Candidate Company Name in English"],
        row.Status,
      ];
      return source && candidate && source !== candidate ? [{ a: source, b: candidate, same: status === "good", reason: status }] : [];
    });
    const distinct = [...new Map(pairs.map((pair) => [`${pair.a}\n${pair.b}`, pair])).values()];
    const result = report("Chinese firms", distinct);
    expect(figures(result.within)).toEqual(printed("Chinese firms and patent names, rows marked good"));
    expect(result.wrong.length).toBeLessThanOrEqual(distinct.length / 200);
  });
});
