import { scoreColour } from "../colour/scale.ts";
import { useDark } from "../state/use-media.ts";
import { NodeMark } from "./node-mark.tsx";

const steps = Array.from({ length: 24 }, (_, index) => index / 23);

/** How to read the discs. */
export function Legend() {
  const dark = useDark();
  const mark = { x: 12, y: 10, unknownShare: 0, sized: true, withheld: false, dark };
  return (
    <p className="legend">
      <span className="key">
        0%
        <svg width={96} height={12} aria-hidden="true">
          {steps.map((step, index) => (
            <rect key={step} x={index * 4} y={1} width={4.2} height={10} fill={scoreColour(step, dark)} />
          ))}
        </svg>
        100% of final output could be lost
      </span>
      <span className="key">
        <svg width={24} height={20} aria-hidden="true">
          <NodeMark {...mark} radius={6} score={null} />
        </svg>
        unknown
      </span>
      <span className="key">
        <svg width={20} height={20} aria-hidden="true">
          <NodeMark {...mark} radius={5.5} score="none" />
        </svg>
        not applicable
      </span>
      <span className="key">
        <svg width={24} height={20} aria-hidden="true">
          <NodeMark {...mark} radius={5.5} score={0.2} unknownShare={0.6} />
        </svg>
        ring: supply of unknown provider
      </span>
      <span className="key">
        <svg width={52} height={20} aria-hidden="true">
          <NodeMark {...mark} x={8} radius={4} score={0.2} sized={false} />
          <NodeMark {...mark} x={22} radius={5} score={0.2} />
          <NodeMark {...mark} x={40} radius={8.5} score={0.2} />
        </svg>
        market (dashed: unknown)
      </span>
      <span className="key">
        <svg width={24} height={20} aria-hidden="true">
          <NodeMark {...mark} radius={5.5} score={0.2} withheld />
        </svg>
        withheld already
      </span>
      <span className="key">
        <em>italic</em> next generation
      </span>
    </p>
  );
}
