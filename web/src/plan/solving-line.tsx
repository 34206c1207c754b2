import type { ReactNode } from "react";
import { Trouble } from "../trouble.tsx";
import type { Solving } from "./use-solving.ts";

interface LineProps {
  readonly solving: Solving<unknown>;
  /** What is solved, as an object: `the plan of the Netherlands`. */
  readonly what: string;
  /** Seconds that it may take. */
  readonly most: number;
  /** What is on the screen meanwhile, and what may be done about a fault by its code. */
  readonly meanwhile?: string;
  readonly fixes?: Readonly<Record<string, ReactNode>>;
}

/** That something is being solved, for how long by now, and the way to stop it; or that it was stopped, or why it failed. */
export function SolvingLine({ solving, what, most, meanwhile, fixes = {} }: LineProps) {
  const { waiting, stopped, seconds, stop, again, error } = solving;
  if (waiting)
    return (
      <div className="solving">
        <p>
          <span role="status">
            Solving {what}, which may take up to about {most} seconds:
          </span>{" "}
          {seconds} s so far. {meanwhile}
        </p>
        <button type="button" onClick={stop}>
          Stop
        </button>
      </div>
    );
  if (stopped)
    return (
      <div className="solving">
        <p role="status">
          Stopped after {seconds} s: {what} is not solved. {meanwhile}
        </p>
        <button type="button" onClick={again}>
          Solve it
        </button>
      </div>
    );
  if (error === null) return null;
  return (
    <>
      <Trouble error={error} again={again} />
      {fixes[error.code] && <p className="fix">{fixes[error.code]}</p>}
    </>
  );
}
