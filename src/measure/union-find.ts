/** Union-find (Galler and Fischer 1964); sets are named by their least member. */
export interface UnionFind {
  readonly find: (a: number) => number;
  readonly join: (a: number, b: number) => void;
}

export function createUnionFind(size: number): UnionFind {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const find = (a: number): number => {
    let at = a;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const join = (a: number, b: number): void => {
    const [one, other] = [find(a), find(b)];
    parent[Math.max(one, other)] = Math.min(one, other);
  };
  return { find, join };
}
