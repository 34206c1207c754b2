import { once } from "node:events";
import { type Extract, extract, type Entry as Member } from "tar-stream";
import yauzl from "yauzl";
import { LevermapError } from "../../base/errors.ts";
import { BrokenArchive, type Entry, endsEarly, faultOf } from "./broken-archive.ts";
import type { Stream } from "./records.ts";
import { brokenEntry } from "./zip-member.ts";

const mostEntries = 100_000;
/** Headers of a member with a long name take a few blocks; those of a bomb fill memory. */
const mostHeaderBytes = 1 << 22;
const blockBytes = 512;

/**
 * The files of a tar in its order, each to be read once, before the next one is asked for. What is damaged or cut off breaks in the last of them, or in one that stands for the rest.
 * Throws LM_FILE_UNREADABLE for far too many of them, or for headers without end.
 */
export async function* tarEntries(file: string, chunks: AsyncIterable<Buffer>, signal: AbortSignal): Stream<Entry> {
  const tar = extract();
  const state = { inMember: false };
  const end = feed(tar, guarded(file, chunks, state), signal);
  const members = tar[Symbol.asyncIterator]();
  let count = 0;
  try {
    for (;;) {
      const next = await Promise.race([members.next(), end]).catch(passing);
      if (typeof next === "string") return void (yield brokenEntry(file, next));
      if (next === null || next.done) return;
      if (++count > mostEntries) throw new LevermapError("LM_FILE_UNREADABLE", `${file} has more than ${mostEntries} entries.`, { file });
      state.inMember = true;
      const member = new TarMember(next.value, end);
      const { name: path, type } = next.value.header;
      const name = `${file}!${path}`;
      const isFile = type === "file" || type === "contiguous-file";
      if (isFile && yauzl.validateFileName(path) !== null) yield brokenEntry(name, "its name leads out of the archive");
      else if (isFile) yield { name, chunks: () => member.read(name) };
      const told = member.broken;
      await member.pass();
      if (member.broken !== null) return void (told === null && (yield brokenEntry(file, member.broken)));
      state.inMember = false;
    }
  } finally {
    tar.destroy();
  }
}

/** What is wrong with a tar; other errors are thrown on. */
function passing(thrown: unknown): string {
  if (thrown instanceof LevermapError) throw thrown;
  return faultOf(thrown);
}

class TarMember {
  /** Why its bytes end early, once they did. */
  broken: string | null = null;
  readonly #size: number;
  readonly #bytes: AsyncIterator<Buffer>;
  readonly #end: Promise<string | null>;
  #done = 0;

  constructor(member: Member, end: Promise<string | null>) {
    this.#size = member.header.size ?? 0;
    this.#bytes = member[Symbol.asyncIterator]();
    this.#end = end;
  }

  /** Bytes that came are given before a break is: both may stand ready. */
  async *read(name: string): Stream<Buffer> {
    while (this.broken === null && this.#done < this.#size) {
      const next = await Promise.race([this.#bytes.next(), this.#end]).catch(passing);
      if (next === null || typeof next === "string" || next.done) this.broken = typeof next === "string" ? next : endsEarly;
      else {
        this.#done += next.value.length;
        yield next.value;
      }
    }
    if (this.broken !== null) throw new BrokenArchive(name, this.broken);
  }

  /** Reads what is left, so that the next member comes. */
  async pass(): Promise<void> {
    try {
      for await (const _ of this.read(""));
      if (this.broken === null) await this.#bytes.next();
    } catch (thrown) {
      if (!(thrown instanceof BrokenArchive)) throw thrown;
    }
  }
}

/** Hands bytes to a tar one after the other; gives `null` at their end, or why they ended early. Rejects with any other error. */
async function feed(tar: Extract, chunks: AsyncIterable<Buffer>, signal: AbortSignal): Promise<string | null> {
  const closed = once(tar, "close").catch(() => undefined);
  let size = 0;
  try {
    for await (const chunk of chunks) {
      signal.throwIfAborted();
      size += chunk.length;
      if (!tar.write(chunk)) await Promise.race([once(tar, "drain"), closed]);
      if (tar.destroyed) return null;
    }
    return size % blockBytes === 0 ? null : endsEarly;
  } catch (thrown) {
    if (thrown instanceof BrokenArchive) return thrown.reason;
    throw thrown;
  }
}

/** Throws LM_FILE_UNREADABLE where more than a few MB that are not zero come without a member. */
async function* guarded(file: string, chunks: AsyncIterable<Buffer>, state: { readonly inMember: boolean }): Stream<Buffer> {
  let idle = 0;
  for await (const chunk of chunks) {
    idle = state.inMember ? 0 : idle + (chunk.some((byte) => byte !== 0) ? chunk.length : 0);
    if (idle > mostHeaderBytes)
      throw new LevermapError("LM_FILE_UNREADABLE", `${file} has headers of more than ${mostHeaderBytes} bytes.`, { file });
    yield chunk;
  }
}
