/** A party of an event as resolved against the map. */
export interface Party {
  readonly name: string;
  readonly kind: "economy" | "group" | "world" | "organisation" | "plant" | "unknown";
  /** Code of an economy or group, id of an organisation or plant owner; `null` unknown, also for a plant of which only the place is known. */
  readonly id: string | null;
  /** The economy or the group's members; empty for others. */
  readonly economies: readonly string[];
  /** Seat of an organisation or location of a plant. */
  readonly seat: string | null;
}
