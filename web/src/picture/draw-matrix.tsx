import type { Matrix } from "../../../src/site/picture.ts";
import { type Canvas, type Drawn, Label, lettersIn, shortened, strength } from "./paint.tsx";

const [rowHeight, head] = [40, 30];

/** Cells tinted by their middle, rows on columns; what is unknown is hatched or dashed, a thing with itself is left out. */
export function drawMatrix({ labels: names, codes, cells, rows, columns }: Matrix, { width, paint }: Canvas): Drawn {
  const isNarrow = width < 500;
  const labels = isNarrow ? codes : names;
  const left = isNarrow ? 34 : 130;
  const across = (width - left) / labels.length;
  const most = Math.max(0, ...cells.flat().map((cell) => cell?.interval?.[1] ?? 0));
  return {
    height: head + labels.length * rowHeight + 24,
    body: (
      <>
        {labels.map((label, at) => (
          <g key={label}>
            <Label x={left + (at + 0.5) * across} y={head - 10} anchor="middle" fill={paint.ink} weight={600}>
              {shortened(label, lettersIn(across))}
            </Label>
            <Label x={left - 8} y={head + at * rowHeight + 25} anchor="end" fill={paint.ink} weight={600}>
              {shortened(label, lettersIn(left - 8))}
            </Label>
          </g>
        ))}
        {cells.flatMap((row, down) =>
          row.map((cell, at) => {
            const place = { x: left + at * across + 1, y: head + down * rowHeight + 1, width: across - 2, height: rowHeight - 2 };
            const key = `${labels[down]} ${labels[at]}`;
            if (cell === null) return <rect key={key} {...place} fill="none" />;
            return (
              <g key={key}>
                <title>{`${labels[down]}, ${labels[at]}: ${cell.text}`}</title>
                {cell.interval === null ? (
                  <rect {...place} fill={paint.hatch} stroke={paint.line} strokeDasharray="3 3" />
                ) : (
                  <>
                    <rect {...place} fill={paint.tint} fillOpacity={strength(cell.interval[1], most)} />
                    {across > 44 && (
                      <Label x={place.x + place.width / 2} y={place.y + 24} anchor="middle" fill={paint.ink}>
                        {cell.text}
                      </Label>
                    )}
                  </>
                )}
              </g>
            );
          }),
        )}
        <Label x={left} y={head + labels.length * rowHeight + 18} fill={paint.quiet}>
          {`Rows: ${rows}. Columns: ${columns} whom.`}
        </Label>
      </>
    ),
  };
}
