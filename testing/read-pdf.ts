import { inflateSync } from 'node:zlib';

export type ReadPdf = {
  readonly pages: number;
  /** What can be selected, each line on a line of its own. */
  readonly text: string;
  /** Every font is in the file. */
  readonly fontsInside: boolean;
  /** Pictures of dots, beside what is drawn. */
  readonly pictures: number;
};

/**
 * What a PDF written by our server says to whoever selects its text: each glyph by the table of its font that tells its
 * letters. Reads what pdfkit writes, not any PDF.
 */
export async function readPdf(file: Blob): Promise<ReadPdf> {
  const whole = Buffer.from(await file.arrayBuffer()).toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id, body] of whole.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id ?? '', body ?? '');
  const streamOf = (id: string | undefined): string => {
    const body = objects.get(id ?? '') ?? '';
    const at = body.indexOf('stream\n') + 'stream\n'.length;
    const data = Buffer.from(body.slice(at, body.lastIndexOf('\nendstream')), 'latin1');
    return (body.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
  };
  const values = [...objects.values()];
  const lettersOf = fontTables(objects, streamOf);
  const pages = values.filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  const text = pages.map((page) => pageText(streamOf(/\/Contents (\d+) 0 R/.exec(page)?.[1]), lettersOf));
  const fonts = values.filter((body) => body.includes('/Type /FontDescriptor'));
  return {
    pages: pages.length,
    text: text.join('\n'),
    fontsInside: fonts.length > 0 && fonts.every((body) => /\/FontFile[23]? /.test(body)),
    pictures: values.filter((body) => body.includes('/Subtype /Image')).length,
  };
}

type Letters = ReadonlyMap<string, string>;

function fontTables(
  objects: ReadonlyMap<string, string>,
  streamOf: (id: string | undefined) => string,
): ReadonlyMap<string, Letters> {
  const tables = new Map<string, Letters>();
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id ?? '') ?? '')?.[1];
      if (name && table) tables.set(name, lettersIn(streamOf(table)));
    }
  }
  return tables;
}

/** `<0000> <00ff> [<0041> <00660069> …]`: the letters of each glyph in turn. */
function lettersIn(table: string): Letters {
  const letters = new Map<string, string>();
  for (const [, first, list] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    let glyph = Number.parseInt(first ?? '', 16);
    for (const [, hex] of (list ?? '').matchAll(/<([0-9a-f]*)>/gi)) {
      const units = (hex?.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16));
      letters.set((glyph++).toString(16).padStart(4, '0'), String.fromCharCode(...units));
    }
  }
  return letters;
}

function pageText(content: string, tables: ReadonlyMap<string, Letters>): string {
  let letters: Letters = new Map();
  return [...content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/gi)]
    .map(([, font, shown]) => {
      if (font !== undefined) letters = tables.get(font) ?? new Map();
      const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/gi)].flatMap(
        ([, hex]) => hex?.match(/.{4}/g) ?? [],
      );
      return glyphs.map((glyph) => letters.get(glyph.toLowerCase()) ?? '\ufffd').join('');
    })
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll('\u2009', '\u202f');
}
