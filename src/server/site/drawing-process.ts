import { builtFile } from "../../base/built-file.ts";
import type { ReportFormat } from "../../paper/report-bytes.ts";
import type { Report } from "../../site/report/report.ts";
import { Processes } from "../work/processes.ts";
import { drawingTurns, type Visitor, type WaitingLimits } from "./drawing-turns.ts";

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
