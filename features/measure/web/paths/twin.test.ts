import { describe, expect, it } from 'vitest';
import { cell, twinCsv } from './twin.tsx';

describe('a picture as a file', () => {
  it('keeps figures as figures, and no name as a formula', () => {
    const csv = twinCsv({
      caption: 'Flux',
      columns: [
        { key: 'place', header: 'Lieu' },
        { key: 'n', header: 'Parcours' },
      ],
      rows: [
        [cell('=HYPERLINK("http://x")'), cell('1 904', 1904)],
        [cell('Appel, web'), cell('−3', -3)],
      ],
    });
    expect(csv).toBe('\ufeffLieu,Parcours\r\n"\'=HYPERLINK(""http://x"")",1904\r\n"Appel, web",-3\r\n');
  });
});
