import { greyEconomy } from "../colour/economies.ts";

interface EconomyProps {
  readonly id: string;
  readonly names: ReadonlyMap<string, string>;
  readonly palette: ReadonlyMap<string, string>;
}

/** Name of an economy after a swatch of its colour. */
export function EconomyName({ id, names, palette }: EconomyProps) {
  return (
    <span className="economy">
      <svg width={9} height={9} aria-hidden="true">
        <rect width={9} height={9} fill={palette.get(id) ?? greyEconomy} />
      </svg>
      {names.get(id) ?? id}
    </span>
  );
}
