import type { Interval } from "../../../src/base/numbers.ts";
import type { SitePage } from "../../../src/site/page.ts";
import type { Picture } from "../../../src/site/picture.ts";

/** What a page says of its picture. */
export type PictureOf = Pick<SitePage, "title" | "evidence">;

/** How a picture that stands alone is read: what its lines mean, and what it rests on. */
export const pictureNotes = (picture: Picture, { evidence }: PictureOf): readonly string[] => [
  ...(isUnsure(picture) ? ["Band or whisker: middle 80% of draws, or the published range."] : []),
  ...(hasUnknown(picture) ? ["Dashed: unknown, anywhere within the frame."] : []),
  ...restsOn(evidence),
];

/** `From 14 documents that the page names; weakest grade: assumed.` */
export function restsOn(evidence: PictureOf["evidence"]): readonly string[] {
  if (evidence === undefined || evidence.documents.length === 0) return [];
  const { documents, grade } = evidence;
  return [
    documents.length === 1
      ? `From one document that the page names; grade: ${grade}.`
      : `From ${documents.length} documents that the page names; weakest grade: ${grade}.`,
  ];
}

/** Whether anything in it is told as an interval. */
function isUnsure(picture: Picture): boolean {
  if (picture.kind !== "drawn") return barIntervals(picture).some((interval) => interval !== null && isRange(interval));
  const { shape } = picture;
  if (shape.kind === "differences") return shape.rows.some(({ lost, gained }) => isRange(lost) || isRange(gained));
  return shape.kind === "fans" || shape.kind === "dots";
}

/** Whether a frame in it stands for what nobody knows. */
function hasUnknown(picture: Picture): boolean {
  if (picture.kind !== "drawn") return picture.shape.kind === "bars" && barIntervals(picture).includes(null);
  const { shape } = picture;
  if (shape.kind === "matrix") return shape.cells.flat().some((cell) => cell !== null && cell.interval === null);
  return shape.kind === "tiles" && shape.tiles.some(({ value }) => value === null);
}

function barIntervals({ shape }: Exclude<Picture, { readonly kind: "drawn" }>): readonly (Interval | null)[] {
  if (shape.kind === "survival") return [];
  return shape.kind === "bars" ? shape.bars.map(({ interval }) => interval) : shape.points.map(({ interval }) => interval);
}

const isRange = ([low, , high]: Interval): boolean => high > low;
