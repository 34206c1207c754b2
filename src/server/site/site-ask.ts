import type { FastifyReply, FastifyRequest } from "fastify";
import type { Question } from "../../answers/shared/question.ts";
import { requireInput } from "../../ask/open-ask.ts";
import { questions } from "../../ask/questions.ts";
import { keptWith } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import type { SiteAsk, SiteKept, SitePage, SiteRenderer, SiteShell } from "../../site/page.ts";
import type { Serving } from "../live.ts";
import { laneOn, roleFor, textHere } from "../question-routes.ts";
import { holds } from "../users.ts";
import { unpacked } from "../work/answer-body.ts";
import { type Asked, Moved } from "../work/runner.ts";
import { type DrawingProcess, type InTurn, takeTurn, type Visitor } from "./drawing-process.ts";

/** Still being worked out: whoever asks again gets it. */
export class NotYet extends Error {
  constructor() {
    super("The answer is still being worked out.");
  }
}

/** Milliseconds that a page waits for an answer, and that the work goes on for one that nobody waits for. */
const patience = 1500;
const longest = 170_000;

/**
 * Puts the questions of a page as the API does: from what is kept, in this process, or by a worker. What a page makes of an answer it makes in its turn.
 * Throws the errors of the questions, LM_SERVER_ROLE, LM_SERVER_TOO_MANY, and `NotYet` where one takes longer than a page may; the work on it goes on.
 */
export const siteAsk =
  (request: FastifyRequest, inTurn: InTurn, visitor: Visitor): SiteAsk =>
  async (name, input = {} as never) => {
    requireRole(request, questions[name]);
    const text = await textOf(request, { name, input });
    await takeTurn(inTurn, visitor);
    return JSON.parse(text) as never;
  };

/** Looks for the answer to a question of a page among those that are kept. Throws LM_SERVER_ROLE. */
export const siteKept =
  (request: FastifyRequest, inTurn: InTurn, visitor: Visitor): SiteKept =>
  async (name, input = {} as never) => {
    requireRole(request, questions[name]);
    const kept = await request.serving.desk.kept({ name, input }, request.serving.at);
    if (kept === null) return null;
    const text = await unpacked(kept);
    await takeTurn(inTurn, visitor);
    return JSON.parse(text) as never;
  };

function requireRole({ user }: FastifyRequest, declaration: Question): void {
  if (user === null) throw new LevermapError("LM_SERVER_TOKEN_WRONG", "The request carries no token, or another one.");
  const { role } = roleFor(declaration);
  if (holds(user.role, role)) return;
  throw new LevermapError("LM_SERVER_ROLE", `This is for the role ${role}; the one who asks has the role ${user.role}.`, { needed: role });
}

/** Of each generation that is served. */
const faultsOf = keptWith((_: Serving) => new PageFaults());

async function textOf({ serving, client }: FastifyRequest, asked: Asked): Promise<string> {
  const { at } = serving;
  const kept = await serving.desk.kept(asked, at);
  if (kept !== null) return unpacked(kept);
  const lane = laneOn(serving, questions[asked.name]);
  if (lane === null) return textHere(serving, asked);
  // What cannot be asked waits for nobody
  requireInput(questions[asked.name], asked.input);
  const faults = faultsOf(serving);
  faults.tell(asked);
  const signal = AbortSignal.timeout(longest);
  const working = serving.desk.ask(asked, lane, { client, signal, at }).catch((thrown: unknown) => {
    // Of other data by now: whoever asks again is answered from that
    if (thrown instanceof Moved) return null;
    // What nobody waited for any more is begun anew
    if (!signal.aborted && !isPassing(thrown)) faults.keep(asked, thrown);
    throw thrown;
  });
  const body = await Promise.race([working, later()]);
  if (body !== null) return unpacked(body);
  working.catch(() => undefined);
  throw new NotYet();
}

/** Others were before it, which says nothing of the question. */
const isPassing = (thrown: unknown): boolean => thrown instanceof LevermapError && thrown.code === "LM_SERVER_TOO_MANY";

const later = (): Promise<null> => new Promise((resolve) => setTimeout(resolve, patience, null).unref());

/** Milliseconds for which a fault stands: a page asks again within seconds, and a person who tries once more later has it worked on anew. */
const faultStands = 60_000;
const mostFaults = 1000;

/**
 * Why questions of pages could not be answered, of late: a page that asks again by itself is told, in place of the work on it being begun again for as long
 * as the page is open.
 */
export class PageFaults {
  readonly #known = new Map<string, { readonly thrown: unknown; readonly until: number }>();
  readonly #now: () => number;

  /** `now` in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  keep(asked: Asked, thrown: unknown): void {
    const key = JSON.stringify(asked);
    this.#known.delete(key);
    this.#known.set(key, { thrown, until: this.#now() + faultStands });
    if (this.#known.size > mostFaults) this.#known.delete(this.#known.keys().next().value as string);
  }

  /** Throws what a question ended with, where that was of late. */
  tell(asked: Asked): void {
    const key = JSON.stringify(asked);
    const found = this.#known.get(key);
    if (found === undefined) return;
    if (this.#now() < found.until) throw found.thrown;
    this.#known.delete(key);
  }
}

/** A request for something of the site. */
export interface SiteAsked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly shell: SiteShell;
  /** `svg`, `png`: the picture alone, or as a card. */
  readonly wanted: string | null;
  /** What of the address was not understood. */
  readonly notes: readonly string[];
  readonly render: SiteRenderer;
  readonly ask: SiteAsk;
  readonly kept: SiteKept;
  readonly inTurn: InTurn;
  readonly drawing: DrawingProcess;
  readonly visitor: Visitor;
  readonly send: (status: number, shown: SitePage) => FastifyReply;
}

/** Sends what an address asks for; throws the errors of the questions that are asked for it, and `NotYet`. */
export type Sending = (asked: SiteAsked) => Promise<FastifyReply>;
