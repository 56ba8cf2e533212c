/**
 * What went wrong, as data: a stable code and the parameters of its sentence. The sentence itself lives in the
 * message files (`problem.<code>`, French and English), so that the page, the command and the API say the same.
 */
export type Problem = {
  /** Stable, dotted, lower case: `import.too-many-fields`. Never reused for another meaning. */
  readonly code: string;
  /** HTTP status this problem travels with; 422 unless told. */
  readonly status?: 400 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 500 | 503 | 507;
  /** What, where: file, line, column, value … Only what may be shown to the person who asked. */
  readonly params?: Readonly<Record<string, string | number>>;
};

export const problem = (
  code: string,
  params?: Problem['params'],
  status: NonNullable<Problem['status']> = 422,
): Problem => (params ? { code, status, params } : { code, status });

/** Carries a problem through code that can only throw (streams, hooks of libraries). Unwrapped at the border. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(value: Problem) {
    super(value.code);
    this.name = 'ProblemError';
    this.problem = value;
  }
}
