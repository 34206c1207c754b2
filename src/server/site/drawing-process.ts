import { setImmediate } from "node:timers/promises";
import { builtFile } from "../../base/built-file.ts";
import type { ReportFormat } from "../../paper/report-bytes.ts";
import type { Report } from "../../site/report/report.ts";
import { FairQueue, type QueueLimits } from "../work/fair-queue.ts";
import { Processes } from "../work/processes.ts";

/** The compiled process, also when running from source. */
const workerFile = builtFile("server/site/drawing-worker.js");

export type Drawing = { readonly svg: string } | { readonly report: Report; readonly format: ReportFormat };

/** Assumed: who shows links asks for some cards at once; each waits with all that it is drawn from. */
const ofDrawings: WaitingLimits = { mostWaiting: 100, mostOfClient: 40 };

/** Draws what takes from tenths of a second to seconds, one after another in turn by client, while this process answers others. */
export interface DrawingProcess {
  /** A picture of SVG as PNG. Throws LM_SERVER_TOO_MANY, and the reason of the signal. */
  card(svg: string, visitor: Visitor): Promise<Buffer>;
  /** A report as a file. Throws as `card`. */
  report(report: Report, format: ReportFormat, visitor: Visitor): Promise<Buffer>;
  close(): Promise<void>;
}

/** A process that starts with the first drawing. */
export function openDrawingProcess(): DrawingProcess {
  const inTurn = drawingTurns(ofDrawings);
  const processes = new Processes<Drawing, null>(workerFile, null, { grace: 0 });
  const draw = (drawing: Drawing, visitor: Visitor): Promise<Buffer> => inTurn(visitor, () => processes.run(drawing, visitor));
  return {
    card: (svg, visitor) => draw({ svg }, visitor),
    report: (report, format, visitor) => draw({ report, format }, visitor),
    close: () => processes.close(),
  };
}

/** Who asks, and until when. */
export interface Visitor {
  readonly client: string;
  /** The visitor has gone. */
  readonly signal: AbortSignal;
}

/** Does what keeps this process from all else for a while: for one at a time, in turn by client. Throws LM_SERVER_TOO_MANY, and the reason of the signal. */
export type InTurn = <T>(visitor: Visitor, draw: () => T | Promise<T>) => Promise<T>;

/** How many wait, of one client and of all. */
type WaitingLimits = Pick<QueueLimits, "mostWaiting" | "mostOfClient">;

/** Assumed: a page asks for a dozen answers, and who shows links asks for some pages at once. */
const ofPages: WaitingLimits = { mostWaiting: 1000, mostOfClient: 240 };

/** Pages take some hundredths of a second, between which others are answered. */
export function drawingTurns(limits: WaitingLimits = ofPages): InTurn {
  const queue = new FairQueue({ slots: 1, ...limits });
  return async ({ client, signal }, draw) => {
    const leave = await queue.enter(new Set([client]), "seconds", signal);
    try {
      await setImmediate();
      return await draw();
    } finally {
      leave();
    }
  };
}

/** Waits for a turn that lasts until the one who waits does so anew for something else. */
export const takeTurn = (inTurn: InTurn, visitor: Visitor): Promise<void> =>
  new Promise((resolve, reject) => {
    const untilNext = (): Promise<void> => {
      resolve();
      return setImmediate();
    };
    inTurn(visitor, untilNext).catch(reject);
  });
