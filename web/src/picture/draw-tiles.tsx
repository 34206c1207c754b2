import type { Tile, Tiles } from "../../../src/site/picture.ts";
import { type Canvas, type Drawn, Label, strength } from "./paint.tsx";

/** Pixels that a tile needs for its two letters. */
const [least, greatest] = [32, 48];

/** A tile for each economy near where it lies; those without a place of their own in rows below, all of them where there is little room. */
export function drawTiles({ tiles }: Tiles, { width, paint, linkTo }: Canvas): Drawn {
  const isNarrow = width < least * 18;
  const placed = tiles.map((tile) => ({ tile, place: isNarrow ? undefined : tile.place }));
  const known = placed.flatMap(({ tile, place }) => (place === undefined ? [] : [{ tile, place }]));
  const others = placed.flatMap(({ tile, place }) => (place === undefined ? [tile] : []));
  const [left, first] = [Math.min(...known.map(({ place }) => place.column)), Math.min(...known.map(({ place }) => place.row))];
  const columns = Math.max(8, ...known.map(({ place }) => place.column - left + 1));
  const down = Math.max(0, ...known.map(({ place }) => place.row - first + 1));
  const size = Math.min(greatest, width / columns);
  const perRow = Math.max(1, Math.floor(width / size));
  const most = Math.max(0, ...tiles.map(({ value }) => value ?? 0));
  const at = (tile: Tile, column: number, row: number) => (
    <One
      key={tile.id}
      tile={tile}
      x={column * size}
      y={row * size}
      size={size}
      most={most}
      paint={paint}
      href={linkTo?.({ to: "economy", id: tile.id })}
    />
  );
  return {
    height: (down + Math.ceil(others.length / perRow)) * size + 2,
    body: (
      <>
        {known.map(({ tile, place }) => at(tile, place.column - left, place.row - first))}
        {others.map((tile, index) => at(tile, index % perRow, down + Math.floor(index / perRow)))}
      </>
    ),
  };
}

interface OneProps extends Pick<Canvas, "paint"> {
  readonly tile: Tile;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly most: number;
  readonly href: string | undefined;
}

function One({ tile: { id, name, value, text }, x, y, size, most, paint, href }: OneProps) {
  const place = { x: x + 1, y: y + 1, width: size - 2, height: size - 2 };
  const body = (
    <>
      <title>{`${name} (${id}): ${text}`}</title>
      {value === null ? (
        <rect {...place} fill={paint.hatch} stroke={paint.line} strokeDasharray="3 3" />
      ) : (
        <rect {...place} fill={paint.tint} fillOpacity={strength(value, most)} stroke={paint.hairline} />
      )}
      <Label x={x + size / 2} y={y + size / 2 + 5} anchor="middle" fill={paint.ink}>
        {id}
      </Label>
    </>
  );
  return href === undefined ? <g>{body}</g> : <a href={href}>{body}</a>;
}
