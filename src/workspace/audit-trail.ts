import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, rmdir } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Effects } from "../base/effects.ts";
import { asLevermapError } from "../base/errors.ts";

/** Folder, in that of a workspace, of the trail of writes: a file of JSON lines a month. It is no table, so that it outlives the database. */
export const auditName = "audit";

/** Something that writes a workspace. No part of it names a person, a search or a file. */
export interface Deed {
  /** As the command is called that does it. */
  readonly what: string;
  /** Such as the source that is loaded. */
  readonly about?: string | undefined;
  /** Who does it, where it takes a name of its own. */
  readonly user?: string | null | undefined;
}

const begunSchema = z.object({
  id: z.string(),
  event: z.literal("begun"),
  at: z.string(),
  what: z.string(),
  about: z.string().nullable(),
  user: z.string().nullable(),
  account: z.string(),
  via: z.string(),
  before: z.string().nullable(),
  /** Whether what is written can be seen before the end, where it is stopped. */
  direct: z.boolean(),
});
const endedSchema = z.object({
  id: z.string(),
  event: z.literal("ended"),
  at: z.string(),
  fault: z.string().nullable(),
  after: z.string().nullable(),
});
const lineSchema = z.discriminatedUnion("event", [begunSchema, endedSchema]);
type Line = z.infer<typeof lineSchema>;

/** One write, as it was told. */
export interface AuditEntry {
  /** UTC, ISO 8601. `ended`: `null` where it was stopped at once, or is under way. */
  readonly begun: string;
  readonly ended: string | null;
  readonly what: string;
  readonly about: string | null;
  readonly user: string | null;
  /** Of the system that the program ran under. */
  readonly account: string;
  readonly via: string;
  readonly state: "done" | "failed" | "unfinished";
  /** Code of the error that it ended with. */
  readonly fault: string | null;
  /** Generations of the workspace. `null`: there was none, or it is not known. */
  readonly before: string | null;
  readonly after: string | null;
}

/** One write that is told as it goes. */
export class AuditedDeed {
  readonly #folder: string;
  readonly #deed: Deed;
  readonly #effects: Effects;
  readonly #id = randomBytes(6).toString("hex");
  #isBegun = false;
  #after: string | null = null;

  constructor(folder: string, deed: Deed, effects: Effects) {
    [this.#folder, this.#deed, this.#effects] = [folder, deed, effects];
  }

  /** Before anything is changed: where this cannot be told, nothing is. `direct`: what is written can be seen where it is stopped before its end. */
  async begin(before: string | null, direct = false): Promise<void> {
    const { what, about = null, user } = this.#deed;
    const { actor } = this.#effects;
    const who = { user: user ?? actor?.user ?? null, account: accountName(), via: actor?.via ?? "library" };
    await this.#tell({ id: this.#id, event: "begun", at: this.#now(), what, about, ...who, before, direct });
    this.#isBegun = true;
  }

  /** The generation that holds what was written. */
  made(generation: string): void {
    this.#after = generation;
  }

  /** Tells of the end where the beginning was told. What was done stays done where this cannot be told. */
  async end(thrown: unknown = null): Promise<void> {
    if (!this.#isBegun) return;
    const fault = thrown === null ? null : asLevermapError(thrown).code;
    await this.#tell({ id: this.#id, event: "ended", at: this.#now(), fault, after: this.#after }).catch((failed: unknown) =>
      this.#effects.log.warn(`The trail of writes could not be written: ${asLevermapError(failed).message}`),
    );
  }

  #now(): string {
    return this.#effects.clock.now().toISOString();
  }

  #tell(line: Line): Promise<void> {
    return append(join(this.#folder, auditName), `${line.at.slice(0, 7)}.jsonl`, `${JSON.stringify(line)}\n`);
  }
}

/** Does something with its trail. `deed`: `undefined` leaves none, as of what other deeds are made of. */
export async function audited<T>(
  folder: string,
  deed: Deed | undefined,
  effects: Effects,
  work: (told: AuditedDeed | null) => Promise<T>,
): Promise<T> {
  const told = deed === undefined ? null : new AuditedDeed(folder, deed, effects);
  try {
    const done = await work(told);
    await told?.end();
    return done;
  } catch (thrown) {
    await told?.end(thrown);
    throw thrown;
  }
}

/** One write to the end of a file, so that lines of several processes never mix. */
async function append(dir: string, name: string, line: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  const file = await open(join(dir, name), "a");
  try {
    await file.write(line);
    await file.sync();
  } finally {
    await file.close();
  }
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? "unknown"}`;
  }
}

const monthName = /^(\d{4}-\d{2})\.jsonl$/;

const monthsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(folder, auditName)).catch(() => [])).filter((name) => monthName.test(name)).sort();

type Lines<E extends Line["event"]> = Map<string, Extract<Line, { event: E }>>;

/** Lines by the id of their deed, as they were written. Those that are not whole are left out: what wrote them was stopped. */
async function readLines(folder: string, since = ""): Promise<readonly [begun: Lines<"begun">, ended: Lines<"ended">]> {
  const [begun, ended]: [Lines<"begun">, Lines<"ended">] = [new Map(), new Map()];
  for (const name of await monthsIn(folder)) {
    if (name < since.slice(0, 7)) continue;
    for (const text of (await readFile(join(folder, auditName, name), "utf8")).split("\n")) {
      const line = lineOf(text);
      if (line?.event === "begun") begun.set(line.id, line);
      else if (line !== null) ended.set(line.id, line);
    }
  }
  return [begun, ended];
}

/** The writes of a workspace since a day, `YYYY-MM-DD`, the first one first. */
export async function readAuditTrail(folder: string, since = ""): Promise<readonly AuditEntry[]> {
  const [begun, ended] = await readLines(folder, since);
  const entries = [...begun.values()].map((line) => entryOf(line, ended.get(line.id)));
  return entries.filter(({ begun: at }) => at >= since).sort((a, b) => (a.begun < b.begun ? -1 : a.begun > b.begun ? 1 : 0));
}

/** The load that was stopped before its end, after some of its files, and whose generation is that of now; `null`: none was. */
export async function stoppedLoad(folder: string, generation: string): Promise<Pick<AuditEntry, "what" | "about"> | null> {
  const [begun, ended] = await readLines(folder);
  const last = [...begun.values()].at(-1);
  if (last === undefined || last.what !== "load" || !last.direct || ended.has(last.id)) return null;
  return Number.parseInt(generation, 10) === Number.parseInt(last.before ?? "", 10) + 1 ? last : null;
}

function lineOf(text: string): Line | null {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function entryOf(
  { at, what, about, user, account, via, before }: Extract<Line, { event: "begun" }>,
  end: Extract<Line, { event: "ended" }> | undefined,
): AuditEntry {
  const state = end === undefined ? "unfinished" : end.fault === null ? "done" : "failed";
  const who = { what, about, user, account, via };
  return { begun: at, ended: end?.at ?? null, ...who, state, fault: end?.fault ?? null, before, after: end?.after ?? null };
}

/** Removes the months that ended before a day, `YYYY-MM-DD`; gives their number. */
export async function forgetAuditBefore(folder: string, day: string): Promise<number> {
  const old = (await monthsIn(folder)).filter((name) => name.slice(0, 7) < day.slice(0, 7));
  for (const name of old) await rm(join(folder, auditName, name), { force: true });
  await rmdir(join(folder, auditName)).catch(() => undefined);
  return old.length;
}
