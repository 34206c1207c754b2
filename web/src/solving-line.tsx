import { type ReactNode, useCallback, useEffect, useState } from "react";
import { type Answer, useAnswer } from "./api/client.ts";
import { Trouble } from "./trouble.tsx";
import { Phrase } from "./words/phrase.tsx";

/** What is said of the work: that it goes on, that it was not done, and what begins it again. */
interface WorkWords {
  readonly doing: string;
  readonly undone: string;
  readonly again: string;
}

const solvingWords: WorkWords = { doing: "Solving", undone: "is not solved", again: "Solve it" };

interface LineProps {
  readonly solving: Solving<unknown>;
  readonly words?: WorkWords;
  /** What is solved, as an object: `the plan of the Netherlands`. */
  readonly what: string;
  /** Seconds that it may take. */
  readonly most: number;
  /** What is on the screen meanwhile, and what may be done about a fault by its code. */
  readonly meanwhile?: string;
  readonly fixes?: Readonly<Record<string, ReactNode>>;
}

/** That something is being solved, for how long by now, and the way to stop it; or that it was stopped, or why it failed. */
export function SolvingLine({ solving, words = solvingWords, what, most, meanwhile, fixes = {} }: LineProps) {
  const { waiting, stopped, seconds, stop, again, error } = solving;
  if (waiting)
    return (
      <div className="solving">
        <p>
          <span role="status">
            {words.doing} {what}, which may take up to about {most} seconds:
          </span>{" "}
          <Phrase>{seconds} s so far.</Phrase> <Phrase>{meanwhile}</Phrase>
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
          <Phrase>
            Stopped after {seconds} s: {what} {words.undone}.
          </Phrase>{" "}
          <Phrase>{meanwhile}</Phrase>
        </p>
        <button type="button" onClick={again}>
          {words.again}
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

/** An answer that takes seconds, and the way to stop it. */
export interface Solving<T> extends Answer<T> {
  /** Seconds since it was asked for. */
  readonly seconds: number;
  readonly stopped: boolean;
  readonly stop: () => void;
}

/** As `useAnswer`. Stopping ends the request, by which the server ends the work; the last answer is kept. */
export function useSolving<T>(path: string | null): Solving<T> {
  const [stopped, setStopped] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question is not stopped
  useEffect(() => setStopped(false), [path]);
  const answer = useAnswer<T>(stopped ? null : path);
  const seconds = useSeconds(answer.waiting ? path : null);
  const again = useCallback(() => {
    setStopped(false);
    answer.again();
  }, [answer.again]);
  const stop = useCallback(() => setStopped(true), []);
  return { ...answer, again, seconds, stopped, stop };
}

/** Whole seconds since `what` began; those of the last one when nothing goes on. */
function useSeconds(what: string | null): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (what === null) return;
    const begun = Date.now();
    setSeconds(0);
    const timer = window.setInterval(() => setSeconds(Math.round((Date.now() - begun) / 1000)), 1000);
    return () => window.clearInterval(timer);
  }, [what]);
  return seconds;
}
