import type { ComponentProps } from "react";
import { issuersColour, mostIssuers, scoreColour } from "../colour/colours.ts";
import type { PageState } from "../state/page-state.ts";
import { useDark } from "../state/use-media.ts";
import { NodeMark } from "./node-mark.tsx";

const steps = Array.from({ length: 24 }, (_, index) => index / 23);

/** How to read the discs. */
export function Legend({ by }: { readonly by: PageState["colour"] }) {
  const dark = useDark();
  const mark = { x: 12, y: 10, unknownShare: 0, sized: true, withheld: false, dark };
  return (
    <p className="legend">
      {by === "controls" ? <ControlKeys mark={mark} /> : <ScoreKeys mark={mark} />}
      <span className="key">
        <svg width={24} height={20} aria-hidden="true">
          <NodeMark {...mark} radius={5.5} colour={0.2} unknownShare={0.6} />
        </svg>
        ring: supply of unknown provider
      </span>
      <span className="key">
        <svg width={52} height={20} aria-hidden="true">
          <NodeMark {...mark} x={8} radius={4} colour={0.2} sized={false} />
          <NodeMark {...mark} x={22} radius={5} colour={0.2} />
          <NodeMark {...mark} x={40} radius={8.5} colour={0.2} />
        </svg>
        market (dashed: unknown)
      </span>
      <span className="key">
        <svg width={24} height={20} aria-hidden="true">
          <NodeMark {...mark} radius={5.5} colour={0.2} withheld />
        </svg>
        withheld already
      </span>
      <span className="key">
        <em>italic</em> next generation
      </span>
    </p>
  );
}

type Mark = Pick<ComponentProps<typeof NodeMark>, "x" | "y" | "unknownShare" | "sized" | "withheld" | "dark">;

function ScoreKeys({ mark }: { readonly mark: Mark }) {
  return (
    <>
      <span className="key">
        0%
        <svg width={96} height={12} aria-hidden="true">
          {steps.map((step, index) => (
            <rect key={step} x={index * 4} y={1} width={4.2} height={10} fill={scoreColour(step, mark.dark)} />
          ))}
        </svg>
        100% of final output could be lost
      </span>
      <span className="key">
        <svg width={24} height={20} aria-hidden="true">
          <NodeMark {...mark} radius={6} colour={null} />
        </svg>
        unknown
      </span>
      <span className="key">
        <svg width={20} height={20} aria-hidden="true">
          <NodeMark {...mark} radius={5.5} colour="none" />
        </svg>
        not applicable
      </span>
    </>
  );
}

function ControlKeys({ mark }: { readonly mark: Mark }) {
  const counts = Array.from({ length: mostIssuers }, (_, at) => at + 1);
  return (
    <>
      <span className="key">issuers of controls in force, at least:</span>
      {counts.map((count) => (
        <span className="key" key={count}>
          <svg width={18} height={20} aria-hidden="true">
            <NodeMark {...mark} x={9} radius={6} colour={issuersColour(count)} />
          </svg>
          {count === mostIssuers ? `${count} or more` : count}
        </span>
      ))}
      <span className="key">
        <svg width={24} height={20} aria-hidden="true">
          <NodeMark {...mark} radius={6} colour={null} />
        </svg>
        none recorded as in force: unknown
      </span>
    </>
  );
}
