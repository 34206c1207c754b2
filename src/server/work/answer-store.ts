import type { Question } from "../../answers/shared/question.ts";
import { questions } from "../../ask/questions.ts";
import { type AnswerBody, packed } from "./answer-body.ts";
import type { AnswerFiles } from "./answer-files.ts";
import { keepingOf } from "./answer-key.ts";
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

/** Answers of late, packed, in memory, as long as there is room. */
interface AnswerMemory {
  read(key: string): Buffer | null;
  keep(key: string, asked: Asked, body: Buffer): void;
  /** What was asked, the latest first. */
  asked(): readonly Asked[];
}

/** Packed bytes: usual answers on the bundled data take some 20 million. */
const mostBytes = 48_000_000;

/** Keeps answers, the latest asked for. An answer of more than a quarter of the room is not kept. */
export function answerMemory(most: number = mostBytes): AnswerMemory {
  const known = new Map<string, { readonly asked: Asked; readonly body: Buffer }>();
  let size = 0;
  const forget = (key: string): void => {
    size -= known.get(key)?.body.length ?? 0;
    known.delete(key);
  };
  const keep = (key: string, asked: Asked, body: Buffer): void => {
    forget(key);
    if (body.length > most / 4) return;
    known.set(key, { asked, body });
    size += body.length;
    while (size > most) forget(known.keys().next().value as string);
  };
  return {
    read(key) {
      const there = known.get(key);
      if (there === undefined) return null;
      keep(key, there.asked, there.body);
      return there.body;
    },
    keep,
    asked: () => [...known.values()].map(({ asked }) => asked).reverse(),
  };
}

/** Each may take a second or two of a processor, and the new data wait for them. */
const most = 300;

/** What visitors asked of late that takes seconds, the latest first: they ask it again, of new data too. */
export const askedOfLate = (memory: AnswerMemory): readonly Asked[] =>
  memory
    .asked()
    .filter((asked) => (questions[asked.name] as Question).cost === "seconds" && keepingOf(asked) === "disk")
    .slice(0, most);
