import type { KeptAnswers } from "../../workspace/kept-answers.ts";
import type { Asked } from "./runner.ts";

/** Answers that were worked out, as JSON, by question, day and what else decides them. */
export interface AnswerStore {
  /** `null`: there is none. */
  read(key: string, asked: Asked): Promise<string | null>;
  write(key: string, asked: Asked, text: string): Promise<void>;
}

/** Characters kept in memory: the answers that people ask for again and again. */
const mostInMemory = 8_000_000;

/** Questions that files of others or customers stand in: their answers are never kept on disk. */
const isPrivate = ({ name, input }: Asked): boolean => name === "casesChanges" || (input as { readonly text?: unknown }).text !== undefined;

/**
 * Keeps answers in memory, the latest asked for, and beside that on disk where `kept` is given. One store is of one state of the data; answers on
 * customers are kept nowhere.
 */
export function answerStore(kept: KeptAnswers | null, most: number = mostInMemory): AnswerStore {
  const known = new Map<string, string>();
  let size = 0;
  const keep = (key: string, text: string): void => {
    forget(key);
    if (text.length > most / 4) return;
    known.set(key, text);
    size += text.length;
    while (size > most) forget(known.keys().next().value as string);
  };
  const forget = (key: string): void => {
    size -= known.get(key)?.length ?? 0;
    known.delete(key);
  };
  return {
    async read(key, asked) {
      const text = known.get(key) ?? (isPrivate(asked) ? null : ((await kept?.read(key)) as string | null | undefined)) ?? null;
      if (text !== null) keep(key, text);
      return text;
    },
    async write(key, asked, text) {
      if (asked.name === "casesChanges") return;
      keep(key, text);
      if (!isPrivate(asked)) await kept?.write(key, text);
    },
  };
}
