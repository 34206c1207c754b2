import { type ComponentProps, memo } from "react";
import { Key } from "../chart/marks.tsx";
import { issuersColour, mostIssuers, scoreColour } from "../colour/colours.ts";
import type { PageState } from "../state/page-state.ts";
import { useDark } from "../state/use-page.ts";
import { NodeMark } from "./node-mark.tsx";

const steps = Array.from({ length: 24 }, (_, index) => index / 23);

/** How to read the discs. */
export const Legend = memo(function Legend({ by }: { readonly by: PageState["colour"] }) {
  const dark = useDark();
  const mark = { x: 12, y: 10, radius: 5.5, colour: 0.2, unknownShare: 0, sized: true, withheld: false, dark };
  return (
    <p className="legend">
      {by === "controls" ? <ControlKeys mark={mark} /> : <ScoreKeys mark={mark} by={by} />}
      <Key text="ring: unknown supply">
        <NodeMark {...mark} unknownShare={0.6} />
      </Key>
      <Key width={52} text="market (dashed: unknown)">
        <NodeMark {...mark} x={8} radius={4} sized={false} />
        <NodeMark {...mark} x={22} radius={5} />
        <NodeMark {...mark} x={40} radius={8.5} />
      </Key>
      <Key text="withheld already">
        <NodeMark {...mark} withheld />
      </Key>
      <span className="key">
        <em>italic</em> next generation
      </span>
    </p>
  );
});

interface KeysProps {
  readonly mark: ComponentProps<typeof NodeMark>;
}

const ScoreKeys = ({ mark, by }: KeysProps & { readonly by: "score" | "change" }) => (
  <>
    <span className="key">
      0%
      <svg width={96} height={12} aria-hidden="true">
        {steps.map((step, index) => (
          <rect key={step} x={index * 4} y={1} width={4.2} height={10} fill={scoreColour(step, mark.dark)} />
        ))}
      </svg>
      {by === "score" ? "100% of final output could be lost; of final products, of their use" : "100 points that the loss has moved since"}
    </span>
    <Key text={by === "score" ? "unknown" : "unknown on one of the days"}>
      <NodeMark {...mark} radius={6} colour={null} />
    </Key>
    <Key width={20} text="not applicable">
      <NodeMark {...mark} colour="none" />
    </Key>
  </>
);

const ControlKeys = ({ mark }: KeysProps) => (
  <>
    <span className="key">issuers of controls in force, at least:</span>
    {Array.from({ length: mostIssuers }, (_, at) => at + 1).map((count) => (
      <Key key={count} width={18} text={count === mostIssuers ? `${count} or more` : count}>
        <NodeMark {...mark} x={9} radius={6} colour={issuersColour(count)} />
      </Key>
    ))}
    <Key text="none recorded as in force: unknown">
      <NodeMark {...mark} radius={6} colour={null} />
    </Key>
  </>
);

/** Patterns of unknown parts, once a page; every picture refers to them by name. */
export function HatchPatterns() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="patterns">
      <defs>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" className="hatch-ground" />
          <rect width="1.3" height="4" className="hatch-line" />
        </pattern>
      </defs>
    </svg>
  );
}
