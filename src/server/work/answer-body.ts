import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import { keptWith } from "../../base/collections.ts";
import { jsonInEnglish } from "../../words/tell.ts";

/** An answer as JSON: its text, or that packed by gzip, as it is kept and sent. */
export type AnswerBody = string | Buffer;

const pack = promisify(gzip);

/** An answer that says messages in English, as clients of the API read it: once for each that is kept. */
export const bodyInEnglish = (body: AnswerBody): Promise<AnswerBody> =>
  typeof body === "string" ? Promise.resolve(jsonInEnglish(body)) : packedInEnglish(body);

const packedInEnglish = keptWith((body: Buffer) => pack(jsonInEnglish(unpacked(body))));

export const packed = async (body: AnswerBody): Promise<Buffer> => (typeof body === "string" ? pack(body) : body);

export const unpacked = (body: AnswerBody): string => (typeof body === "string" ? body : gunzipSync(body).toString("utf8"));

/** Whether a client takes what is packed by gzip, by its header `accept-encoding`. */
export const takesPacked = (accepted: string | undefined): boolean =>
  accepted?.split(",").some((each) => /^\s*(?:x-)?gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$)[\d.]+\s*)?$/i.test(each)) ?? false;
