import { useEffect, useState } from "react";
import { slidingDays } from "../map/sliding-days.ts";
import type { Go } from "../state/page-state.ts";

/** Milliseconds without a further move after which a day is asked for. */
const pause = 300;

interface DaySliderProps {
  readonly today: string;
  /** The day that is chosen; `null`: that of the server. */
  readonly on: string | null;
  readonly go: Go;
}

/** Moves the map through time: ends of years, and today. A day of the address that is none of them stands at the nearest before it. */
export function DaySlider({ today, on, go }: DaySliderProps) {
  const days = slidingDays(today);
  const last = days.length - 1;
  const place =
    on === null
      ? last
      : Math.max(
          0,
          days.findLastIndex((day) => day <= on),
        );
  const [at, setAt] = useState(place);
  useEffect(() => setAt(place), [place]);
  useEffect(() => {
    if (at === place) return;
    const timer = setTimeout(() => go({ on: at === last ? null : days[at]!, ...(at === last && { colour: "score" as const }) }), pause);
    return () => clearTimeout(timer);
  });
  const day = at === place && on !== null ? on : days[at]!;
  return (
    <div className="days">
      <label className="choice">
        <span>As known on</span>
        <input
          type="range"
          min={0}
          max={last}
          step={1}
          value={at}
          aria-valuetext={day}
          onChange={(event) => setAt(Number(event.target.value))}
        />
      </label>
      <output>{day}</output>
      {on !== null && (
        <button type="button" onClick={() => go({ on: null, colour: "score" })}>
          Today
        </button>
      )}
    </div>
  );
}
