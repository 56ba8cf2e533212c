import { describe, expect, it } from 'vitest';
import { createGuard } from './guard.ts';

const guard = createGuard(() => 4747);

describe('guard', () => {
  it.each([
    [{ host: '127.0.0.1:4747' }],
    [{ host: 'localhost:4747', origin: 'http://localhost:4747', 'sec-fetch-site': 'same-origin' }],
    [{ host: '[::1]:4747', 'sec-fetch-site': 'none' }],
  ])('lets ourselves in: %j', (headers) => {
    expect(guard(headers)).toBe('allowed');
  });

  it.each([
    [{}, 'wrong-host'],
    [{ host: 'evil.example:4747' }, 'wrong-host'],
    [{ host: '127.0.0.1:80' }, 'wrong-host'],
    [{ host: '127.0.0.1:4747', origin: 'http://evil.example' }, 'wrong-origin'],
    [{ host: '127.0.0.1:4747', origin: 'null' }, 'wrong-origin'],
    [{ host: '127.0.0.1:4747', origin: 'http://localhost:3000' }, 'wrong-origin'],
    [{ host: '127.0.0.1:4747', 'sec-fetch-site': 'cross-site' }, 'wrong-origin'],
  ])('keeps others out: %j', (headers, verdict) => {
    expect(guard(headers)).toBe(verdict);
  });
});
