import type { ReactNode, SVGProps } from "react";

/** A word or a number beside a chart. */
export const Tick = ({ text, ...place }: Pick<SVGProps<SVGTextElement>, "x" | "y" | "textAnchor"> & { readonly text: ReactNode }) => (
  <text className="tick" {...place}>
    {text}
  </text>
);

interface KeyProps {
  readonly text: ReactNode;
  readonly width?: number;
  readonly height?: number;
  readonly children: ReactNode;
}

/** What is drawn, and what it means. */
export const Key = ({ text, width = 24, height = 20, children }: KeyProps) => (
  <span className="key">
    <svg width={width} height={height} aria-hidden="true">
      {children}
    </svg>
    {text}
  </span>
);
