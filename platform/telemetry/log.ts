import { pino } from 'pino';

export type Logger = ReturnType<typeof createLogger>;

/** Structured logs, one JSON object a line, on stderr: stdout belongs to the command's own answer. No secret, no content. */
export const createLogger = (level: string) =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: ['*.password', '*.token', '*.authorization', '*.cookie', '*.url'],
        censor: '(hidden)',
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
