import { describe, expect, it } from 'vitest';
import { openMailServer } from '#testing/mail-server.ts';
import { createMailer } from './mail.ts';

const mail = { to: ['ines@example.org', 'paul@example.org'], subject: 'NPS', text: 'It moved.\nBy 4.' };

describe('mail', () => {
  it('is handed to the server of the configuration, as plain text', async () => {
    const server = await openMailServer();
    expect(await createMailer(server.url, 'parcours@example.org').send(mail)).toMatchObject({ ok: true });
    await server.close();
    const { received } = server;
    expect(received.filter((line) => line.startsWith('RCPT'))).toHaveLength(2);
    expect(received).toContain('Subject: NPS');
    expect(received).toContain('It moved.');
    expect(received.join('\n')).not.toContain('text/html');
  });

  it('says that it was not sent where the server refuses, or is not there', async () => {
    const server = await openMailServer({ refuses: true });
    const mailer = createMailer(server.url, 'parcours@example.org');
    expect(await mailer.send(mail)).toMatchObject({ ok: false, problem: { code: 'mail.not-sent' } });
    await server.close();
    expect(await mailer.send(mail)).toMatchObject({ ok: false });
  });
});
