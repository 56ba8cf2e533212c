import { createServer } from 'node:net';

export type MailServer = {
  readonly url: string;
  /** Senders and recipients as they are named to the server, then the lines of each mail, in order. */
  readonly received: readonly string[];
  /** The texts of the mails that were kept, as they are read. */
  texts(): string[];
  close(): Promise<void>;
};

/** A mail server (SMTP, RFC 5321) of a few lines, on a free port: keeps what it is given, or refuses every recipient. */
export async function openMailServer({ refuses = false } = {}): Promise<MailServer> {
  const received: string[] = [];
  const server = createServer((socket) => {
    let body = false;
    let rest = '';
    socket.write('220 here\r\n');
    socket.on('error', () => {});
    socket.on('data', (data) => {
      const lines = `${rest}${data}`.split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
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
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    texts: () => textsIn(received),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What stands between the heads and the dot of each mail, out of the letters it travelled in (RFC 2045). */
function textsIn(lines: readonly string[]): string[] {
  const mails = lines.join('\n').split(/^\.$/m).slice(0, -1);
  return mails.map((mail) => {
    const [head = '', ...body] = mail.slice(mail.search(/^[A-Z][\w-]*: /m)).split('\n\n');
    const text = body.join('\n\n');
    if (/^Content-Transfer-Encoding: base64$/im.test(head)) return Buffer.from(text, 'base64').toString();
    const bytes = text
      .replace(/=\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return Buffer.from(bytes, 'latin1').toString();
  });
}
