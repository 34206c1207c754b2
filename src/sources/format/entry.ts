/** A data file: the file itself, what a `.gz` holds, or one entry of a `.zip`. */
export interface Entry {
  /** Name for people: the file, and in an archive the entry after `!`. */
  readonly name: string;
  /** Its bytes in pieces, in constant memory. Throws BrokenArchive after the last sound byte of an archive, else LM_FILE_UNREADABLE. */
  chunks(): AsyncIterable<Buffer>;
}
