import type { Question } from "../../answers/shared/question.ts";
import { questions } from "../../ask/questions.ts";
import { keepingOf } from "./answer-key.ts";
import type { Asked } from "./runner.ts";

/** Answers of late, packed, in memory, as long as there is room. */
export interface AnswerMemory {
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
