import type { PlanList } from "../../../src/answers/plan/plan-report.ts";
import { PageLink } from "../list/page-link.tsx";
import type { Go } from "../state/page-state.ts";

interface ChoicesProps {
  readonly plans: PlanList["plans"];
  readonly go: Go;
  readonly nameOf: (code: string) => string;
}

/** The ready plans, to choose from. */
export function PlanChoices({ plans, go, nameOf }: ChoicesProps) {
  return (
    <>
      <ul className="plan-choices">
        {plans.map(({ id, name, about, home, years }) => (
          <li key={id}>
            <PageLink change={{ plan: id }} go={go}>
              {name}
            </PageLink>{" "}
            <span className="note">
              home: {nameOf(home)}, {years} years
            </span>
            {about !== null && <p>{about}</p>}
          </li>
        ))}
      </ul>
      <p className="note">
        Solving one takes seconds. <a href="plan">Change one and solve it anew</a>
      </p>
    </>
  );
}
