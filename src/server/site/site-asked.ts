import type { FastifyReply, FastifyRequest } from "fastify";
import type { SiteAsk, SiteKept, SitePage, SiteRenderer, SiteShell } from "../../site/page.ts";
import type { DrawingProcess, InTurn, Visitor } from "./drawing-process.ts";

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
