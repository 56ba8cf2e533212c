import { createServer, type Server } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createMailer } from './mail.ts';

/** A mail server of a few lines: takes one mail, or refuses every recipient. */
async function mailServer(refuses: boolean): Promise<{ server: Server; url: string; received: string[] }> {
  const received: string[] = [];
  const server = createServer((socket) => {
    let body = false;
    socket.write('220 here\r\n');
    socket.on('error', () => {});
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').slice(0, -1)) {
        if (body) {
          received.push(line);
          if (line !== '.') continue;
          body = false;
          socket.write('250 kept\r\n');
        } else if (line.startsWith('DATA')) {
          body = true;
          socket.write('354 go on\r\n');
        } else if (line.startsWith('RCPT') && refuses) socket.write('550 nobody\r\n');
        else {
          if (line.startsWith('MAIL') || line.startsWith('RCPT')) received.push(line);
          socket.write('250 yes\r\n');
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, url: `smtp://127.0.0.1:${address.port}`, received };
}

const mail = { to: ['ines@example.org', 'paul@example.org'], subject: 'NPS', text: 'It moved.\nBy 4.' };

describe('mail', () => {
  it('is handed to the server of the configuration, as plain text', async () => {
    const { server, url, received } = await mailServer(false);
    expect(await createMailer(url, 'parcours@example.org').send(mail)).toMatchObject({ ok: true });
    server.close();
    expect(received.filter((line) => line.startsWith('RCPT'))).toHaveLength(2);
    expect(received).toContain('Subject: NPS');
    expect(received).toContain('It moved.');
    expect(received.join('\n')).not.toContain('text/html');
  });

  it('says that it was not sent where the server refuses, or is not there', async () => {
    const { server, url } = await mailServer(true);
    const mailer = createMailer(url, 'parcours@example.org');
    expect(await mailer.send(mail)).toMatchObject({ ok: false, problem: { code: 'mail.not-sent' } });
    await new Promise((resolve) => server.close(resolve));
    expect(await mailer.send(mail)).toMatchObject({ ok: false });
  });
});
