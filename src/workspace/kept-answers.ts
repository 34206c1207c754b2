import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { type Json, keptFiles } from "./kept-files.ts";

/** Answers on disk that spare computing them again. Never a reason for an error: what cannot be read or kept is computed. */
export interface KeptAnswers {
  /** `null` if there is none, or its file is not whole. */
  read(question: Json): Promise<unknown>;
  /** Keeps an answer of plain JSON; one with a number that JSON cannot hold is not kept. */
  write(question: Json, answer: unknown): Promise<void>;
}

/** Files that stay; the oldest go first. */
const mostFiles = 300;

const [pack, unpack] = [promisify(gzip), promisify(gunzip)];

/** Answers of plain JSON in a folder, packed by gzip and kept as `keptFiles` keeps bytes. */
export function keptAnswers(folder: string, version: Json, most: number = mostFiles): KeptAnswers {
  const files = keptFiles(folder, version, most);
  return {
    async read(question) {
      const body = await files.read(question);
      return body === null ? null : JSON.parse((await unpack(body)).toString("utf8"));
    },
    async write(question, answer) {
      const body = exactJson(answer);
      if (body !== null) await files.write(question, await pack(body));
    },
  };
}

/** `null` if a number would not come back. */
function exactJson(value: unknown): string | null {
  let exact = true;
  const body = JSON.stringify(value, (_, each) => {
    if (typeof each === "number" && !Number.isFinite(each)) exact = false;
    return each;
  });
  return exact ? body : null;
}
