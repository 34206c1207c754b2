import { useCallback, useEffect, useState } from "react";
import { type Answer, useAnswer } from "../api/use-answer.ts";

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
