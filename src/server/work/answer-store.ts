import type { KeptFiles } from "../../workspace/kept-files.ts";
import { type AnswerBody, packed } from "./answer-body.ts";
import { keepingOf } from "./answer-key.ts";
import type { Asked } from "./runner.ts";

/** Answers that were worked out, packed, by question, day and what else decides them. */
export interface AnswerStore {
  /** `null`: there is none. */
  read(key: string, asked: Asked): Promise<Buffer | null>;
  /** `memory`: on no disk, whatever the question. */
  write(key: string, asked: Asked, body: AnswerBody, where?: "memory"): Promise<void>;
}

/** Files of answers of one state of the data. */
export interface AnswerFiles {
  /** What every visitor asks for, worked out ahead. */
  readonly usual: KeptFiles;
  /** What was asked for. */
  readonly asked: KeptFiles;
}

/** Packed bytes kept in memory: usual answers on the bundled data take some 20 million. */
const mostInMemory = 48_000_000;

/**
 * Keeps answers in memory, the latest asked for, and beside that on disk where `files` are given. One store is of one state of the data; answers on
 * names and customers are kept nowhere.
 */
export function answerStore(files: AnswerFiles | null, most: number = mostInMemory): AnswerStore {
  const known = new Map<string, Buffer>();
  let size = 0;
  const keep = (key: string, body: Buffer): void => {
    forget(key);
    if (body.length > most / 4) return;
    known.set(key, body);
    size += body.length;
    while (size > most) forget(known.keys().next().value as string);
  };
  const forget = (key: string): void => {
    size -= known.get(key)?.length ?? 0;
    known.delete(key);
  };
  return {
    async read(key, asked) {
      const there = known.get(key);
      if (there === undefined && (files === null || keepingOf(asked) !== "disk")) return null;
      const body = there ?? (await files?.usual.read(key)) ?? (await files?.asked.read(key)) ?? null;
      if (body !== null) keep(key, body);
      return body;
    },
    async write(key, asked, body, where) {
      const keeping = keepingOf(asked);
      if (keeping === "nowhere") return;
      const bytes = await packed(body);
      keep(key, bytes);
      if (keeping === "disk" && where !== "memory") await files?.asked.write(key, bytes);
    },
  };
}
