import { expect, test } from "vitest";
import { createNameIndex, longestName } from "../../src/screen/search/name-index.ts";
import { longRun } from "../tiers.ts";
import { hasScreeningList, numbers, screeningList } from "./listed.ts";

const count = Math.min(100_000, longRun ?? 20);
/** How many times as long as a plain name of full length one may take; held to in the long run alone. */
const mostTimes = 250;

const random = numbers(Number(process.env.LEVERMAP_SEED ?? 20_261_125));
const between = (from: number, to: number): number => from + Math.floor(random() * (to - from));

/** Any code point, and ranges of one script each: what is odd together is odd in another way than what is odd by itself. */
const ranges: readonly (readonly [number, number])[] = [
  [0, 0x110000],
  [0x20, 0x7f],
  [0x61, 0x7b],
  [0x300, 0x370],
  [0x400, 0x500],
  [0x600, 0x700],
  [0x900, 0xe00],
  [0x3040, 0x3100],
  [0x4e00, 0xa000],
  [0xac00, 0xd7a4],
  [0xfb50, 0xfe00],
  [0xff00, 0xfff0],
  [0x1f300, 0x1fa00],
];
const pieces = [
  "trading company ",
  "a.",
  "/",
  "al ",
  "mohammed ",
  "中国国际",
  "ﷺ",
  "株式会社",
  "gesellschaft mit beschraenkter haftung ",
  "1 ",
  "iv ",
  "テクノロジー",
  "한국전자",
  " aka ",
  "e\u0301",
  "(",
  "，",
  "\ud800",
];

function oddName(turn: number): string {
  const length = turn % 3 === 0 ? longestName : between(1, longestName + 1);
  const [own, other] = [ranges[turn % ranges.length], ranges[between(0, ranges.length)]] as [
    readonly [number, number],
    readonly [number, number],
  ];
  const blanks = random() * 0.3;
  let name = "";
  while ([...name].length < length) {
    for (let each = 0; each < 50; each++) {
      const piece = random() < 0.02 ? (pieces[between(0, pieces.length)] as string) : "";
      name += random() < blanks ? " " : piece || String.fromCodePoint(between(...(random() < 0.8 ? own : other)));
    }
  }
  return [...name].slice(0, length).join("");
}

const repeated = pieces.map((piece) => [...piece.repeat(longestName)].slice(0, longestName).join(""));

/** Milliseconds of processor time of this process. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

test(`${count} odd names of up to ${longestName} characters: none fails, none takes long`, () => {
  const listed = hasScreeningList ? screeningList().flatMap(({ names }) => names) : [];
  const index = createNameIndex([
    ...listed,
    { party: "han", name: "佐博集成电路制造有限公司", kind: "organisation" },
    { party: "kana", name: "株式会社ゾルブ電機", kind: "organisation" },
  ]);
  const plain = "zorbtek quillon works ".repeat(60).slice(0, longestName);
  for (let again = 0; again < 30; again++) index.find(plain);
  const usual = Math.min(...Array.from({ length: 20 }, () => timeOf(() => void index.find(plain))));
  const mostMilliseconds = longRun !== null ? mostTimes * usual : Number.POSITIVE_INFINITY;
  let slowest = 0;
  const ask = (name: string): void => {
    let time = timeOf(() => void index.find(name));
    // A collection of garbage, or the compiler, is not the name's fault: it would not fall on the same name again and again.
    for (let again = 0; again < 5 && time > mostMilliseconds; again++)
      time = Math.min(
        time,
        timeOf(() => void index.find(name)),
      );
    expect(time, JSON.stringify(name)).toBeLessThanOrEqual(mostMilliseconds);
    slowest = Math.max(slowest, time);
  };
  for (const name of repeated) ask(name);
  for (let turn = 0; turn < count; turn++) ask(oddName(turn));
  console.log(
    `${count} odd names among ${index.size}: the slowest took ${slowest.toFixed(0)} ms of processor time, a plain one ${usual.toFixed(1)}`,
  );
});
