import { type Problem, problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';

export type Operator = '+' | '-' | '*' | '/';

/** A formula as a tree. */
export type Expression =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'term'; readonly name: string }
  | { readonly is: 'negative'; readonly of: Expression }
  | {
      readonly is: 'both';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

/** Letters a formula may have: the alphabet. */
export const mostLetters = 26;
/** Parentheses inside parentheses: far more than anybody writes, far less than the stack holds. */
const deepest = 50;

type Token = {
  readonly kind: 'number' | 'term' | 'sign';
  readonly text: string;
  /** Place in the formula, from 1. */
  readonly at: number;
};

/** Signs as people write them, and as they are read. */
const signs: Readonly<Record<string, string>> = {
  '×': '*',
  '·': '*',
  '÷': '/',
  ':': '/',
  '−': '-',
  '–': '-',
};

class Refusal extends Error {
  readonly problem: Problem;
  constructor(code: string, params: Record<string, string | number> = {}) {
    super(code);
    this.problem = problem(code, params);
  }
}

/**
 * Reads `(A − B) / C × 100`: numbers (a point or a comma), letters that stand for indicators, + − × ÷ and parentheses, × and ÷
 * before + and −, from left to right. Problems: `formula.empty`, `formula.sign` {sign, at}, `formula.unexpected` {found, at},
 * `formula.ended`, `formula.open` {at}, `formula.unknown` {letter, at}, `formula.too-deep`.
 */
export function parseFormula(text: string, letters: readonly string[]): Result<Expression> {
  try {
    return ok(new Reader(tokensOf(text), letters).whole());
  } catch (error) {
    if (error instanceof Refusal) return fail(error.problem);
    throw error;
  }
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:(\d+(?:[.,]\d+)?)|([A-Za-z]+)|(.))/gsu;
  for (const found of text.trimEnd().matchAll(pattern)) {
    const [whole, number, name, sign] = found;
    const at = (found.index ?? 0) + whole.length - (number ?? name ?? sign ?? '').length + 1;
    if (number !== undefined) tokens.push({ kind: 'number', text: number.replace(',', '.'), at });
    else if (name !== undefined) tokens.push({ kind: 'term', text: name.toUpperCase(), at });
    else if (sign !== undefined) {
      const read = signs[sign] ?? sign;
      if (!'+-*/()'.includes(read)) throw new Refusal('formula.sign', { sign, at });
      tokens.push({ kind: 'sign', text: read, at });
    }
  }
  if (tokens.length === 0) throw new Refusal('formula.empty');
  return tokens;
}

/** Recursive descent: sum → product → factor. */
class Reader {
  #next = 0;
  readonly #tokens: readonly Token[];
  readonly #letters: readonly string[];

  constructor(tokens: readonly Token[], letters: readonly string[]) {
    this.#tokens = tokens;
    this.#letters = letters;
  }

  whole(): Expression {
    const read = this.#sum(0);
    const left = this.#tokens[this.#next];
    if (left) throw new Refusal('formula.unexpected', { found: left.text, at: left.at });
    return read;
  }

  #sum(depth: number): Expression {
    let left = this.#product(depth);
    for (let sign = this.#sign('+-'); sign; sign = this.#sign('+-'))
      left = { is: 'both', operator: sign, left, right: this.#product(depth) };
    return left;
  }

  #product(depth: number): Expression {
    let left = this.#factor(depth);
    for (let sign = this.#sign('*/'); sign; sign = this.#sign('*/'))
      left = { is: 'both', operator: sign, left, right: this.#factor(depth) };
    return left;
  }

  #factor(depth: number): Expression {
    if (depth > deepest) throw new Refusal('formula.too-deep');
    const token = this.#tokens[this.#next++];
    if (!token) throw new Refusal('formula.ended');
    if (token.kind === 'number') return { is: 'number', value: Number(token.text) };
    if (token.kind === 'term') {
      if (!this.#letters.includes(token.text))
        throw new Refusal('formula.unknown', { letter: token.text, at: token.at });
      return { is: 'term', name: token.text };
    }
    if (token.text === '-') return { is: 'negative', of: this.#factor(depth + 1) };
    if (token.text !== '(') throw new Refusal('formula.unexpected', { found: token.text, at: token.at });
    const inner = this.#sum(depth + 1);
    const close = this.#tokens[this.#next];
    if (close?.text !== ')') {
      if (close) throw new Refusal('formula.unexpected', { found: close.text, at: close.at });
      throw new Refusal('formula.open', { at: token.at });
    }
    this.#next++;
    return inner;
  }

  #sign(among: string): Operator | undefined {
    const token = this.#tokens[this.#next];
    if (token?.kind !== 'sign' || !among.includes(token.text)) return undefined;
    this.#next++;
    return token.text as Operator;
  }
}

/** Letters a formula uses, once each, in the order met. */
export function lettersIn(expression: Expression): string[] {
  switch (expression.is) {
    case 'number':
      return [];
    case 'term':
      return [expression.name];
    case 'negative':
      return lettersIn(expression.of);
    case 'both':
      return [...new Set([...lettersIn(expression.left), ...lettersIn(expression.right)])];
  }
}
