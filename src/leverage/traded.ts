/** Import origins by technology index, as shares of all imports; origins missing from trade data are absent. */
export type Traded = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** Import origins of an economy or group; empty without trade data. */
export type TradedBy = (code: string) => Traded;

const none: Traded = new Map();

/** Without trade data: imports by world shares. */
export const untraded: TradedBy = () => none;
