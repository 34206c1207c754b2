import { type AnswerBody, packed } from "./answer-body.ts";
import type { AnswerFiles } from "./answer-files.ts";
import { keepingOf } from "./answer-key.ts";
import { type AnswerMemory, answerMemory } from "./answer-memory.ts";
import type { Asked } from "./runner.ts";

/** Answers that were worked out, packed, by question, day and what else decides them. */
export interface AnswerStore {
  /** `null`: there is none. */
  read(key: string, asked: Asked): Promise<Buffer | null>;
  /** `memory`: on no disk, whatever the question. */
  write(key: string, asked: Asked, body: AnswerBody, where?: "memory"): Promise<void>;
}

export interface AnswerStoreOptions {
  /** Where answers are kept beside memory; `null`: nowhere. */
  readonly files: AnswerFiles | null;
  /** That of all generations that are served; default: one of its own. */
  readonly memory?: AnswerMemory | undefined;
  /** What tells the data that an answer in memory rests on from others. */
  readonly stateOf?: ((asked: Asked) => string) | undefined;
}

/**
 * Keeps answers in memory, the latest asked for, and beside that on disk where `files` are given. One store is of one generation, and finds what others
 * kept on the same data; answers on names and customers are kept nowhere.
 */
export function answerStore({ files, memory = answerMemory(), stateOf = () => "" }: AnswerStoreOptions): AnswerStore {
  const inMemory = (key: string, asked: Asked): string => `${stateOf(asked)} ${key}`;
  return {
    async read(key, asked) {
      const there = memory.read(inMemory(key, asked));
      if (there !== null || files === null || keepingOf(asked) !== "disk") return there;
      const { name } = asked;
      const body = (await files.usual(name).read(key)) ?? (await files.asked(name).read(key));
      if (body !== null) memory.keep(inMemory(key, asked), asked, body);
      return body;
    },
    async write(key, asked, body, where) {
      const keeping = keepingOf(asked);
      if (keeping === "nowhere") return;
      const bytes = await packed(body);
      memory.keep(inMemory(key, asked), asked, bytes);
      if (keeping === "disk" && where !== "memory") await files?.asked(asked.name).write(key, bytes);
    },
  };
}
