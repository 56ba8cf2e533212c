/**
 * A seeded stream of random numbers: the same seed gives the same numbers on every machine. For simulations and
 * tests only, never for anything secret. Generator sfc32 (Chris Doty-Humphrey, PractRand), seeded by splitmix32.
 */
export type Random = {
  /** Begins again as `createRandom(seed, stream)` would, without a new object: one stream per simulated customer. */
  restart(seed: number, stream?: number): void;
  /** Uniform in [0, 1), 32 bits. */
  next(): number;
  /** Whole number in 0 … n−1, n ≤ 2^32. */
  below(n: number): number;
  /** Whole number in 0 … 2^32−1. */
  bits(): number;
  /** Standard normal. */
  normal(): number;
  /** Exponential of mean 1. */
  exponential(): number;
  /** True with probability p. */
  chance(p: number): boolean;
  pick<T>(values: readonly T[]): T;
};

/** A 32-bit seed from a word, so that independent streams can be named (FNV-1a). */
export function seedFrom(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** 2^32, the number of values of `bits`. */
const range = 4294967296;

class Sfc32 implements Random {
  #a = 0;
  #b = 0;
  #c = 0;
  #counter = 1;
  #spare = Number.NaN;

  restart(seed: number, stream = 0): void {
    let mix = seed | 0;
    const scatter = (): number => {
      mix = (mix + 0x9e3779b9) | 0;
      let t = mix ^ (mix >>> 16);
      t = Math.imul(t, 0x21f0aaad);
      t ^= t >>> 15;
      t = Math.imul(t, 0x735a2d97);
      return t ^ (t >>> 15);
    };
    this.#a = scatter();
    this.#b = scatter();
    mix ^= stream | 0;
    this.#c = scatter();
    this.#counter = 1;
    this.#spare = Number.NaN;
    for (let i = 0; i < 12; i++) this.bits();
  }

  bits(): number {
    const t = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t;
    return t >>> 0;
  }

  next(): number {
    return this.bits() / range;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)]!;
  }

  exponential(): number {
    return -Math.log(1 - this.next());
  }

  normal(): number {
    if (!Number.isNaN(this.#spare)) {
      const value = this.#spare;
      this.#spare = Number.NaN;
      return value;
    }
    // Marsaglia's polar method: two independent normals a round.
    for (;;) {
      const u = 2 * this.next() - 1;
      const v = 2 * this.next() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) {
        const scale = Math.sqrt((-2 * Math.log(s)) / s);
        this.#spare = v * scale;
        return u * scale;
      }
    }
  }
}

/** One stream for a seed; `stream` gives independent streams of the same seed. Both are taken modulo 2^32. */
export function createRandom(seed: number, stream = 0): Random {
  const random = new Sfc32();
  random.restart(seed, stream);
  return random;
}
