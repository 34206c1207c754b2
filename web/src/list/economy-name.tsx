import { greyEconomy } from "../colour/colours.ts";

interface EconomyProps {
  readonly id: string;
  readonly names: ReadonlyMap<string, string>;
  readonly palette: ReadonlyMap<string, string>;
}

/** Name of an economy after a swatch of its colour. */
export function EconomyName({ id, names, palette }: EconomyProps) {
  return (
    <span className="economy">
      <Swatch colour={palette.get(id) ?? greyEconomy} />
      {names.get(id) ?? id}
    </span>
  );
}

export const Swatch = ({ colour }: { readonly colour: string }) => (
  <svg width={9} height={9} aria-hidden="true">
    <rect width={9} height={9} fill={colour} />
  </svg>
);
