import { gzipSync } from "node:zlib";

type Random = () => number;
type Mutation = (content: Buffer, random: Random) => Buffer;

const at = (content: Buffer, random: Random): number => Math.floor(random() * (content.length + 1));

const insert = (content: Buffer, index: number, added: Buffer): Buffer =>
  Buffer.concat([content.subarray(0, index), added, content.subarray(index)]);

const lines = (content: Buffer): string[] => content.toString("latin1").split("\n");

const joined = (all: readonly string[]): Buffer => Buffer.from(all.join("\n"), "latin1");

const odd = [
  "NaN",
  "Infinity",
  "-1",
  "1e309",
  "1e-400",
  "0x10",
  "1,5",
  "__proto__",
  "constructor",
  "toString",
  "２０２４",
  "9".repeat(400),
  " ",
  "''",
  "=1+1",
  "\u202e",
  "null",
  "World",
  "490",
];

const marks = [
  "&a",
  "*a",
  "<<: *a",
  "!!binary ",
  "? ",
  ": ",
  "\n  ",
  "|\n",
  "---\n",
  "^((?:a|a)*)c$",
  "(?=a)",
  "(a+)+$",
  "\\1",
  "[",
  "{",
  "#",
  "%YAML 1.1\n",
  "\t",
];

/** Characters that patterns repeat: a run of them is what those that go back and forth are slow on. */
const repeated = [..." ,.-_()[]{}<>/;:&|'\t0aA（号"];

/** Ways to spoil a file, by name. */
const mutations: Readonly<Record<string, Mutation>> = {
  "bit flips": (content, random) => {
    const spoilt = Buffer.from(content);
    for (let flip = 0; flip < 1 + random() * 8 && spoilt.length > 0; flip += 1) {
      const index = Math.floor(random() * spoilt.length);
      spoilt[index] = (spoilt[index] ?? 0) ^ (1 << Math.floor(random() * 8));
    }
    return spoilt;
  },
  truncation: (content, random) => content.subarray(0, at(content, random)),
  "a quote": (content, random) => insert(content, at(content, random), Buffer.from('"')),
  "a NUL byte": (content, random) => insert(content, at(content, random), Buffer.from([0])),
  "invalid UTF-8": (content, random) => insert(content, at(content, random), Buffer.from([0xc3, 0x28, 0xff, 0x9d])),
  "a byte order mark": (content, random) => insert(content, random() < 0.5 ? 0 : at(content, random), Buffer.from("\ufeff")),
  "a lone carriage return": (content, random) => insert(content, at(content, random), Buffer.from("\r")),
  "swapped columns": (content, random) => {
    const all = lines(content);
    const from = random() < 0.5 ? 0 : 1;
    return joined(all.map((line, index) => (index < from ? line : swap(line.split(","), random).join(","))));
  },
  "deleted lines": (content, random) => joined(lines(content).filter((_, index) => random() > (index === 0 ? 0.1 : 0.4))),
  "doubled lines": (content, random) => joined(lines(content).flatMap((line) => (random() < 0.3 ? [line, line] : [line]))),
  "a huge field": (content, random) => insert(content, at(content, random), Buffer.alloc(300_000 + Math.floor(random() * 300_000), "x")),
  "a long field": (content, random) => insert(content, at(content, random), Buffer.alloc(20_000, "9")),
  "a run": (content, random) => {
    const index = at(content, random);
    const [length, own] = [20_000 + Math.floor(random() * 60_000), content.subarray(index, index + 1 + Math.floor(random() * 3))];
    const one = own.length === 0 || random() < 0.7 ? Buffer.from(repeated[Math.floor(random() * repeated.length)]!) : own;
    return insert(content, index, Buffer.alloc(length, one));
  },
  "an odd cell": (content, random) => {
    const all = lines(content);
    const index = Math.floor(random() * all.length);
    const cells = (all[index] ?? "").split(",");
    cells[Math.floor(random() * cells.length)] = odd[Math.floor(random() * odd.length)] ?? "";
    all[index] = cells.join(",");
    return joined(all);
  },
  "emptied cells": (content, random) =>
    joined(
      lines(content).map((line, index) =>
        index === 0
          ? line
          : line
              .split(",")
              .map((cell) => (random() < 0.2 ? "" : cell))
              .join(","),
      ),
    ),
  nesting: (content, random) => {
    const [open = "", close = ""] = [
      ["[", "]"],
      ['{"a":', "}"],
      ["(", ")"],
      ["- ", ""],
    ][Math.floor(random() * 4)]!;
    const depth = 1 + Math.floor(10 ** (random() * 4.5));
    return insert(content, at(content, random), Buffer.from(`${open.repeat(depth)}1${close.repeat(depth)}`));
  },
  "marks of YAML and patterns": (content, random) => {
    const mark = marks[Math.floor(random() * marks.length)] ?? "";
    return insert(content, at(content, random), Buffer.from(mark));
  },
  "torn gzip": (content, random) => {
    const packed = gzipSync(content);
    return random() < 0.5 ? packed : packed.subarray(0, at(packed, random));
  },
};

function swap(cells: string[], random: Random): string[] {
  const one = Math.floor(random() * cells.length);
  const other = Math.floor(random() * cells.length);
  [cells[one], cells[other]] = [cells[other] ?? "", cells[one] ?? ""];
  return cells;
}

/** Spoils one of the files in one to three ways; the same numbers spoil it the same way. */
export function mutate(
  files: Readonly<Record<string, string | Buffer>>,
  random: Random,
): { readonly mutated: Record<string, string | Buffer>; readonly how: string[] } {
  const names = Object.keys(files);
  const name = names[Math.floor(random() * names.length)] ?? "";
  const kinds = Object.keys(mutations);
  const how = [name];
  let content = Buffer.from(files[name] ?? "");
  for (let times = 0; times < 1 + random() * 2.5; times += 1) {
    const kind = kinds[Math.floor(random() * kinds.length)] ?? "";
    how.push(kind);
    content = Buffer.from(mutations[kind]?.(content, random) ?? content);
  }
  return { mutated: { ...files, [name]: content }, how };
}
