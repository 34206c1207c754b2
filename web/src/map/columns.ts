/** Something that takes height in a column. */
export interface Block {
  readonly height: number;
}

/** How many columns blocks take when none may be higher than `limit`. */
function fill<T extends Block>(blocks: readonly T[], limit: number): T[][] {
  const columns: T[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const block of blocks) {
    if (used + block.height > limit) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(block);
    used += block.height;
  }
  return columns;
}

const heightOf = (blocks: readonly Block[]): number => blocks.reduce((sum, block) => sum + block.height, 0);

/** Spreads blocks, in order, over at most `count` columns so that the highest is as low as can be. */
export function spread<T extends Block>(blocks: readonly T[], count: number): readonly (readonly T[])[] {
  let low = Math.max(0, ...blocks.map((block) => block.height));
  let high = heightOf(blocks);
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(blocks, middle).length <= count) high = middle;
    else low = middle;
  }
  return fill(blocks, Math.max(low, high));
}

/** Gives the highest stage one column more. `heights`: of one column of each. */
export function oneMore(counts: readonly number[], heights: readonly number[]): readonly number[] {
  const highest = heights.indexOf(Math.max(...heights));
  return counts.map((count, index) => (index === highest ? count + 1 : count));
}
