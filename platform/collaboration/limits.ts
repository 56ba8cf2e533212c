/** What one peer may ask of the server. Far above what people do, far below what would hurt others. */
export const defaultLimits = {
  /** Bytes of one WebSocket message; a long offline absence arrives as one. */
  messageBytes: 8 * 1024 * 1024,
  /** Bytes of one document, compacted. */
  documentBytes: 32 * 1024 * 1024,
  /** Messages a second in the long run, and how many may come at once. Dragging a point sends one each frame. */
  messagesPerSecond: 200,
  messagesAtOnce: 2_000,
  /** Bytes of what one person shows of oneself (name, colour, where one is). */
  presenceBytes: 4 * 1024,
  /** People one connection may speak for. */
  presencePeople: 8,
};

export type Limits = Readonly<typeof defaultLimits>;

/** A bucket that fills at a rate and may be emptied at once. `take` tells whether there was something left. */
export class Allowance {
  readonly #perSecond: number;
  readonly #most: number;
  #left: number;
  #at: number;

  constructor(perSecond: number, most: number, now: number) {
    this.#perSecond = perSecond;
    this.#most = most;
    this.#left = most;
    this.#at = now;
  }

  /** `now` in milliseconds of any steady clock. */
  take(now: number): boolean {
    this.#left = Math.min(this.#most, this.#left + ((now - this.#at) / 1000) * this.#perSecond);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
