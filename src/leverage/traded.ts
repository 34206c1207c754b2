/** Where the imports of somebody come from, by technology (index) and origin, as parts of all imports of it; origins that customs do not name are missing. */
export type Traded = ReadonlyMap<number, ReadonlyMap<string, number>>;

/** What bilateral trade tells of the imports of an economy or a group; empty where none is loaded. */
export type TradedBy = (code: string) => Traded;

const none: Traded = new Map();

/** No bilateral trade is read: imports come by shares of world supply. */
export const untraded: TradedBy = () => none;
