import { gzipSync } from "node:zlib";
import { zipOf } from "../sources/zip.ts";

type Random = () => number;

/** A file by its name and bytes. */
export interface TableFile {
  readonly name: string;
  readonly content: Buffer;
}

const pick = <T>(from: readonly T[], random: Random): T => from[Math.floor(random() * from.length)] as T;
const at = (content: Buffer, random: Random): number => Math.floor(random() * (content.length + 1));
const inserted = (content: Buffer, index: number, added: string | Buffer): Buffer =>
  Buffer.concat([content.subarray(0, index), Buffer.from(added), content.subarray(index)]);

const odd: readonly string[] = [
  ...[
    "",
    " ",
    '""',
    " 7",
    "7 ",
    "007",
    "7.0",
    "1e3",
    "-1",
    "1234567890",
    "9".repeat(30),
    "７",
    "\u00a0",
    "x\u2003y",
    "a\u000bb",
    "\u0085",
    "é",
    "𠮷",
  ],
  ...[
    "D0012",
    "RE 37,622",
    "2003/0076485",
    "20030076485",
    "us6103599",
    "X7",
    "no number",
    "ＵＳ7",
    "1999-02-30",
    "20000815",
    "2000-08-00",
    "2000-00-00",
  ],
  ...[
    "utility",
    "Utility",
    "1.0",
    "cited by examiner",
    "cited  by examiner",
    "h01l 21/762",
    "H01L  021/762",
    "H01L",
    "08/897,235",
    "USA",
    "null",
    "NULL",
  ],
  ...[
    '"a ""b"" c"',
    '"x\ny"',
    '"x\r\ny"',
    '"tab\tinside"',
    '""""',
    '"a" "b"',
    ' "a"',
    '"a" ',
    'a"b',
    '"',
    '"x"y',
    "\\",
    "\\N",
    "~",
    "~~",
    "!",
    "é!",
  ],
  ...["x".repeat(262_100 + 80), "y".repeat(300_000)],
];

const lines = (content: Buffer): string[] => content.toString("latin1").split("\n");
const joined = (all: readonly string[]): Buffer => Buffer.from(all.join("\n"), "latin1");
const latin = (text: string): string => Buffer.from(text).toString("latin1");

/** Changes the cells of one line, or of all of them alike. */
function cells(content: Buffer, random: Random, change: (of: string[]) => void, everywhere = false): Buffer {
  const all = lines(content);
  const chosen = Math.floor(random() * all.length);
  return joined(
    all.map((line, index) => {
      if (line === "" || (!everywhere && index !== chosen)) return line;
      const found = line.split("\t");
      change(found);
      return found.join("\t");
    }),
  );
}

/** Ways to spoil a table of tab-separated values, by name. */
const spoilings: Readonly<Record<string, (content: Buffer, random: Random) => Buffer>> = {
  "an odd cell": (content, random) => {
    const [place, value] = [random(), latin(pick(odd, random))];
    return cells(content, random, (of) => (of[Math.floor(place * of.length)] = value));
  },
  "a column of odd cells": (content, random) => {
    const place = random();
    const all = lines(content);
    const changed = cells(content, random, (of) => (of[Math.floor(place * of.length)] = latin(pick(odd.slice(0, -2), random))), true);
    return joined([all[0] ?? "", ...lines(changed).slice(1)]);
  },
  "an odd cell of the header": (content, random) => {
    const [header = "", ...rest] = lines(content);
    const changed = cells(Buffer.from(header, "latin1"), random, (of) =>
      of.splice(Math.floor(random() * of.length), 1, latin(pick(odd, random))),
    );
    return joined([changed.toString("latin1"), ...rest]);
  },
  "a stray quote": (content, random) => inserted(content, at(content, random), '"'),
  "no quotes": (content) => Buffer.from(content.toString("latin1").replaceAll('"', ""), "latin1"),
  CRLF: (content) => Buffer.from(content.toString("latin1").replaceAll("\n", "\r\n"), "latin1"),
  "one CRLF": (content, random) => {
    const all = lines(content);
    const chosen = Math.floor(random() * all.length);
    return joined(all.map((line, index) => (index === chosen ? `${line}\r` : line)));
  },
  "a lone carriage return": (content, random) => inserted(content, at(content, random), "\r"),
  "a byte order mark": (content, random) => inserted(content, random() < 0.7 ? 0 : at(content, random), "\ufeff"),
  "bytes that are no UTF-8": (content, random) =>
    inserted(content, at(content, random), Buffer.from(pick([[0xe9], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf0, 0x9f]], random))),
  "a NUL byte": (content, random) => inserted(content, at(content, random), Buffer.from([0])),
  "UTF-16": (content) => Buffer.from(`\ufeff${content.toString()}`, "utf16le"),
  "too few cells": (content, random) => cells(content, random, (of) => of.pop()),
  "too many cells": (content, random) => cells(content, random, (of) => of.push(pick(["", " ", "x"], random))),
  "a column less": (content, random) => {
    const place = random();
    return cells(content, random, (of) => of.splice(Math.floor(place * of.length), 1), true);
  },
  "a column more": (content, random) => {
    const [place, value] = [random(), pick(["", "7", '"x"'], random)];
    return cells(content, random, (of) => of.splice(Math.floor(place * (of.length + 1)), 0, value), true);
  },
  "swapped columns": (content, random) => {
    const [one, other] = [random(), random()];
    const swap = (of: string[]): void => {
      const [from, to] = [Math.floor(one * of.length), Math.floor(other * of.length)];
      [of[from], of[to]] = [of[to] as string, of[from] as string];
    };
    return cells(content, random, swap, true);
  },
  "a blank line": (content, random) => {
    const all = lines(content);
    const index = random() < 0.2 ? 0 : Math.floor(random() * all.length);
    return joined([...all.slice(0, index), pick(["", " ", "\t"], random), ...all.slice(index)]);
  },
  "deleted lines": (content, random) => joined(lines(content).filter((_, index) => random() > (index === 0 ? 0.1 : 0.4))),
  truncation: (content, random) => content.subarray(0, at(content, random)),
};

/** Packs a table, or not; a package may be torn, or cut within its only member. */
const packings: Readonly<Record<string, (file: TableFile, random: Random) => TableFile>> = {
  "not packed": (file) => file,
  gzip: ({ name, content }) => ({ name: `${name}.gz`, content: gzipSync(content) }),
  "torn gzip": ({ name, content }, random) => {
    const whole = gzipSync(content);
    return { name: `${name}.gz`, content: whole.subarray(0, at(whole, random)) };
  },
  zip: ({ name, content }) => ({ name: `${name}.zip`, content: zipOf({ [name]: content }) }),
  "torn zip": ({ name, content }, random) => {
    const whole = zipOf({ [name]: content });
    return { name: `${name}.zip`, content: whole.subarray(0, at(whole, random)) };
  },
  "zip with a damaged member": ({ name, content }, random) => {
    const whole = zipOf({ [name]: content });
    const directory = whole.lastIndexOf(Buffer.from("PK\x01\x02\x14\x00", "latin1"));
    const from = 30 + name.length + Math.floor(random() * Math.max(1, directory - 30 - name.length));
    return { name: `${name}.zip`, content: Buffer.from(whole).fill(0, from, directory) };
  },
};

/** Spoils a table in none to three ways and packs it; the same numbers spoil it the same way. `how` tells what was done. */
export function spoil(file: TableFile, random: Random): { readonly spoilt: TableFile; readonly how: string } {
  let { content } = file;
  const how = [file.name];
  for (let times = Math.floor(random() * 4); times > 0; times -= 1) {
    const [name, change] = pick(Object.entries(spoilings), random);
    content = change(content, random);
    how.push(name);
  }
  const [name, pack] = random() < 0.7 ? (["not packed", (plain: TableFile) => plain] as const) : pick(Object.entries(packings), random);
  return { spoilt: pack({ name: file.name, content }, random), how: [...how, name].join(", ") };
}
