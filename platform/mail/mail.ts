import { problem } from '#kit/problem.ts';
import { fail, ok, type Result } from '#kit/result.ts';

export type Mail = {
  readonly to: readonly string[];
  readonly subject: string;
  /** Plain text: nothing from outside is ever read as HTML. */
  readonly text: string;
};

/** Sends mail through the SMTP server of the configuration. */
export type Mailer = {
  /** Problem: `mail.not-sent`. Why stands in the log of the mail server, not in the answer: it may name accounts. */
  send(mail: Mail): Promise<Result<void>>;
};

/** How long the mail server has to answer each step, in milliseconds. */
const patience = 15_000;

/** `url`: `smtp://user:password@host:587`, or `smtps:`; `from`: the sender's address. */
export const createMailer = (url: string, from: string): Mailer => ({
  async send({ to, subject, text }) {
    // Loaded when asked: most starts send nothing.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({
      url,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
    });
    try {
      await transport.sendMail({ from, to: [...to], subject, text });
      return ok(undefined);
    } catch {
      return fail(problem('mail.not-sent', undefined, 503));
    } finally {
      transport.close();
    }
  },
});
