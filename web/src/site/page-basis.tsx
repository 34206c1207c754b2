import type { Evidence } from "../../../src/answers/shared/evidence.ts";
import { restsOn } from "./picture-notes.ts";

/** What the first screen rests on: its day, how many documents, and their weakest grade, with the way to them. */
export function PageBasis({ evidence, day }: { readonly evidence: Evidence; readonly day: string }) {
  return (
    <p className="basis">
      <span>As of {day}</span>
      {restsOn(evidence).map((words) => (
        <a key={words} href="#evidence-title">
          {words}
        </a>
      ))}
    </p>
  );
}
