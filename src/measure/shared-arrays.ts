/** Columns in shared memory, for workers to write. */
export const sharedInts = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * length));
export const sharedShorts = (length: number): Int16Array => new Int16Array(new SharedArrayBuffer(2 * length));
export const sharedNumbers = (length: number): Float64Array => new Float64Array(new SharedArrayBuffer(8 * length));

export function shareInts(values: Int32Array): Int32Array {
  const copy = sharedInts(values.length);
  copy.set(values);
  return copy;
}
