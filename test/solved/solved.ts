import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { inject } from "vitest";
import type { Ask } from "../../src/ask/ask.ts";
import type { Levermap } from "../../src/library/open.ts";
import { processorSeconds } from "../processor-seconds.ts";
import { kindOf, type SolvedQuestion } from "./solved-kinds.ts";

/** Answers that take long, as they were worked out; `npm run solve` works those out anew whose inputs have changed. */
export const answersFolder = fileURLToPath(new URL("answers/", import.meta.url));

/** What `LEVERMAP_SOLVED=write` makes of them: what is stale or not there is worked out and kept. */
export const writes = process.env.LEVERMAP_SOLVED === "write";

/** A question with its answer, and what tells the inputs that it was worked out from. */
export interface Solved {
  readonly name: SolvedQuestion;
  readonly asOf: string;
  readonly question: object;
  /** Of the data and of the modules that answer. */
  readonly inputs: string;
  /** Processor seconds that it took. */
  readonly seconds: number;
  /** With its messages, so that a sentence of a catalogue is told as it is now. */
  readonly answer: unknown;
}

type Asked = Pick<Solved, "name" | "asOf" | "question">;

/** Whole processor seconds since a moment. */
export const secondsSince = (begun: number): number => Math.round(processorSeconds() - begun);

const readSolved = (file: string): Solved => JSON.parse(brotliDecompressSync(readFileSync(file)).toString("utf8"));

export const allSolved = (): readonly Solved[] => readdirSync(answersFolder).map((file) => readSolved(join(answersFolder, file)));

/** A map whose dearest questions are answered by what was worked out before. What is told of faults, or how an answer is stopped, is asked anew. */
export function withSolved(map: Levermap): Levermap {
  const { asOf } = map;
  const answered = (Object.keys(kindOf) as SolvedQuestion[]).map((name) => {
    const asking = map[name] as (question: unknown, call?: unknown) => Promise<unknown>;
    return [
      name,
      (question: object = {}, call?: object) =>
        call === undefined ? solvedOr({ name, asOf, question }, () => asking(question)) : asking(question, call),
    ] as const;
  });
  return { ...map, ...(Object.fromEntries(answered) as Partial<Ask>), asOf };
}

async function solvedOr(asked: Asked, work: () => Promise<unknown>): Promise<unknown> {
  const file = fileOf(asked);
  const inputs = inputsOf(asked);
  const known = existsSync(file) ? readSolved(file) : null;
  // One that is stale fails a test of its own, not all that look at it
  if (known !== null && (known.inputs === inputs || !writes)) return known.answer;
  const begun = processorSeconds();
  const answer = await work();
  if (writes) keepSolved({ ...asked, inputs, seconds: secondsSince(begun), answer });
  return answer;
}

export function keepSolved(solved: Solved): void {
  mkdirSync(answersFolder, { recursive: true });
  const file = fileOf(solved);
  const own = `${file}-${process.pid}`;
  writeFileSync(own, brotliCompressSync(JSON.stringify(solved)));
  renameSync(own, file);
}

/** What tells the inputs of an answer now. */
export const inputsOf = ({ name }: Pick<Solved, "name">): string => inject("solvedInputs")[kindOf[name]];

/** A file for each day and question, whose fields stand in any order. */
function fileOf({ name, asOf, question }: Asked): string {
  const text = JSON.stringify([asOf, Object.entries(question).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return join(answersFolder, `${name}-${createHash("sha256").update(text).digest("hex").slice(0, 16)}.json.br`);
}
