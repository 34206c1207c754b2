/** Named groups of numbers in one row. */
export interface NamedNumbers<Name extends string> {
  readonly size: number;
  /** Indices of a group's numbers. */
  placesOf(name: Name): readonly number[];
  /** Joins groups into a row. Throws RangeError on a wrong length. */
  rowOf(numbers: Readonly<Record<Name, readonly number[]>>): readonly number[];
}

/** @param lengths numbers per group, in row order */
export function namedNumbers<Name extends string>(lengths: Readonly<Record<Name, number>>): NamedNumbers<Name> {
  const names = Object.keys(lengths) as Name[];
  const places = new Map<Name, readonly number[]>();
  let size = 0;
  for (const name of names) {
    const first = size;
    places.set(
      name,
      Array.from({ length: lengths[name] }, (_, i) => first + i),
    );
    size += lengths[name];
  }
  return {
    size,
    placesOf: (name) => places.get(name)!,
    rowOf: (numbers) =>
      names.flatMap((name) => {
        if (numbers[name].length !== lengths[name])
          throw new RangeError(`numbers: ${numbers[name].length} of ${name}, not ${lengths[name]}`);
        return numbers[name];
      }),
  };
}
