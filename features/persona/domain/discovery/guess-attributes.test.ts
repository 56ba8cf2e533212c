import { describe, expect, it } from 'vitest';
import { createRandom } from '#kit/statistics/random.ts';
import type { Attribute, Corrections } from './attribute.ts';
import { attributeSchema } from './attribute.ts';
import type { EncodedColumn } from './encoded.ts';
import { createEncoder } from './encoder.ts';
import { guessAttributes } from './guess-attributes.ts';
import { orderOf } from './scale-words.ts';

const random = createRandom(3);
const cells = (make: (row: number) => string, rows = 200): string[] =>
  Array.from({ length: rows }, (_, row) => make(row));

/** What one column, among two others that are plain, is taken for. */
function guess(name: string, values: readonly string[], corrections: Corrections = {}) {
  const { attributes, notes } = guessAttributes(
    [name],
    values.map((value) => [value]),
    corrections,
  );
  const [attribute] = attributes;
  expect(attributeSchema.parse(attribute)).toEqual(attribute);
  return { attribute: attribute!, codes: notes.map(({ code }) => code.replace('persona.discovery.', '')) };
}

function read(names: readonly string[], rows: readonly (readonly string[])[], corrections: Corrections = {}) {
  const { attributes } = guessAttributes(names, rows, corrections);
  const encoder = createEncoder(attributes, names);
  for (const row of rows) encoder.add(row);
  return { attributes, ...encoder.finish() };
}

const pick = <T>(values: readonly T[]): T => random.pick(values);

describe('what a column is', () => {
  it('tells numbers, short scales, names, dates, texts and identifiers apart', () => {
    expect(
      guess(
        'age',
        cells(() => String(18 + random.below(60))),
      ).attribute,
    ).toMatchObject({
      type: 'numeric',
      scale: 'linear',
      edges: null,
      use: true,
    });
    expect(
      guess(
        'sat',
        cells(() => `${1 + random.below(5)}.0`),
      ).attribute,
    ).toMatchObject({
      type: 'ordinal',
      levels: ['1', '2', '3', '4', '5'],
    });
    expect(
      guess(
        'channel',
        cells(() => pick(['web', 'phone', 'store'])),
      ).attribute.type,
    ).toBe('nominal');
    expect(
      guess(
        'since',
        cells(() => `2024-0${1 + random.below(9)}-1${random.below(9)}`),
      ),
    ).toMatchObject({
      attribute: { type: 'date', use: false },
      codes: ['date-set-aside'],
    });
    expect(
      guess(
        'comment',
        cells((row) => `the adviser of row ${row} was really very kind to me`),
      ).attribute,
    ).toMatchObject({ type: 'text', use: false });
    expect(
      guess(
        'customerID',
        cells((row) => `C-${1000 + row * 7}`),
      ).attribute.type,
    ).toBe('identifier');
  });

  it('takes an identifier for no number', () => {
    expect(
      guess(
        'client_id',
        cells(() => String(random.below(1e9))),
      ),
    ).toMatchObject({
      attribute: { type: 'identifier', use: false },
      codes: ['identifier-number'],
    });
    expect(
      guess(
        'row',
        cells((row) => String(row + 1)),
      ).attribute.type,
    ).toBe('identifier');
    expect(
      guess(
        'income',
        cells((row) => String(((row * 7919) % 9973) + 900)),
      ).attribute.type,
    ).toBe('numeric');
    // A postcode names a place, even written as digits.
    expect(
      guess(
        'code postal',
        cells(() => pick(['75011', '69002', '01000', '13001'])),
      ).attribute.type,
    ).toBe('nominal');
    expect(
      guess(
        'agent',
        cells(() => pick(['9', '240', '14', '7'])),
      ).attribute.type,
    ).toBe('nominal');
  });

  it('sets aside, in words, what says nothing', () => {
    expect(
      guess(
        'country',
        cells(() => 'FR'),
      ),
    ).toMatchObject({
      attribute: { type: 'constant', use: false },
      codes: ['constant-column'],
    });
    expect(
      guess(
        'fax',
        cells(() => pick(['', 'NA', 'NULL'])),
      ),
    ).toMatchObject({
      attribute: { type: 'empty', use: false },
      codes: ['empty-column'],
    });
    expect(
      guess(
        'city',
        cells(() => `ville ${random.below(2000)}`, 4000),
      ),
    ).toMatchObject({
      attribute: { type: 'text', use: false },
      codes: ['too-many-levels'],
    });
    expect(
      guess(
        'churn',
        cells(() => pick(['Yes', 'No'])),
      ),
    ).toMatchObject({
      attribute: { type: 'nominal', use: false, outcome: true },
      codes: ['outcome-guessed'],
    });
  });

  it('groups rare names, and reads a name never seen as one of them', () => {
    const names = cells(() => `shop ${Math.floor(60 * random.next() ** 4)}`, 3000);
    const { attribute, codes } = guess('shop name', names);
    expect(codes).toEqual(['levels-grouped']);
    expect(attribute).toMatchObject({ type: 'nominal', others: true });
    const encoder = createEncoder([attribute], ['shop name']);
    encoder.add(['a shop that opened today']);
    encoder.add(['']);
    const [column] = encoder.finish().table.columns;
    expect(column).toMatchObject({ kind: 'levels', codes: new Uint8Array([25, 0]) });
  });

  it('reads decimal commas, and says what it could not read', () => {
    const amounts = cells((row) => (row === 5 ? 'beaucoup' : `${random.below(90)},${10 + random.below(89)}`));
    const { attribute, codes } = guess('panier', amounts);
    expect(attribute).toMatchObject({ type: 'numeric', decimal: ',' });
    expect(codes).toContain('not-numbers');
    const { table, lost } = read(
      ['panier'],
      amounts.map((cell) => [cell]),
    );
    const column = table.columns[0]!;
    if (column.kind !== 'number') throw new Error('no number');
    expect(column.values[0]).toBeCloseTo(Number(amounts[0]!.replace(',', '.')), 9);
    expect(column.values[5]).toBeNaN();
    expect(lost.get('panier')).toBe(1);
  });

  it('offers a logarithm for skewed amounts, 0 included, and obeys a refusal', () => {
    const skewed = cells(() => Math.exp(3 + 1.2 * random.normal()).toFixed(2), 500);
    expect(guess('spend', skewed)).toMatchObject({ attribute: { scale: 'log' }, codes: ['log-proposed'] });
    expect(guess('spend', ['0', ...skewed]).attribute).toMatchObject({ scale: 'log1p' });
    expect(guess('spend', skewed, { spend: { scale: 'linear' } })).toMatchObject({
      attribute: { scale: 'linear' },
      codes: [],
    });
  });

  it('cuts a number that is nearly always the same', () => {
    const { attribute, codes } = guess(
      'previous claims',
      cells(() => (random.chance(0.9) ? '0' : String(1 + random.below(30))), 1000),
    );
    expect(codes).toEqual(['number-cut']);
    expect(attribute).toMatchObject({ type: 'numeric' });
    if (attribute.type !== 'numeric') throw new Error('no number');
    expect(attribute.edges![0]).toBe(1);
  });

  it('knows the order of bands and of words', () => {
    expect(orderOf(['65+', '18-24', '25-64', '<18'])).toEqual(['<18', '18-24', '25-64', '65+']);
    expect(orderOf(['plus de 50 ans', 'moins de 30 ans', '30 à 50 ans'])).toEqual([
      'moins de 30 ans',
      '30 à 50 ans',
      'plus de 50 ans',
    ]);
    expect(orderOf(['Often', 'Never', 'Sometimes'])).toEqual(['Never', 'Sometimes', 'Often']);
    expect(orderOf(['Très satisfait', 'Insatisfait', 'Satisfait', 'Très insatisfait'])).toEqual([
      'Très insatisfait',
      'Insatisfait',
      'Satisfait',
      'Très satisfait',
    ]);
    expect(orderOf(['2 - plutôt pas', '1 - pas du tout', '3 - plutôt'])).toEqual([
      '1 - pas du tout',
      '2 - plutôt pas',
      '3 - plutôt',
    ]);
    expect(orderOf(['red', 'green', 'blue'])).toBeNull();
    expect(
      guess(
        'age band',
        cells(() => pick(['18-24', '25-64', '65+'])),
      ).attribute.type,
    ).toBe('ordinal');
  });

  it('obeys what a person says of a column', () => {
    const marks = cells(() => String(1 + random.below(5)));
    expect(guess('mark', marks, { mark: { type: 'numeric' } }).attribute.type).toBe('numeric');
    expect(guess('mark', marks, { mark: { type: 'nominal' } }).attribute.type).toBe('nominal');
    expect(guess('mark', marks, { mark: { use: false } }).attribute.use).toBe(false);
    expect(guess('mark', marks, { mark: { outcome: true } }).attribute).toMatchObject({
      outcome: true,
      use: false,
    });
    expect(guess('mark', marks, { mark: { missing: ['5'] } }).attribute.missing).toEqual(['5']);
    const sizes = cells(() => pick(['tall', 'short', 'middling']));
    const levels = ['short', 'middling', 'tall'];
    expect(guess('size', sizes, { size: { type: 'ordinal', levels } }).attribute).toMatchObject({
      type: 'ordinal',
      levels,
    });
    expect(
      guess(
        'id',
        cells((row) => String(row)),
        { id: { type: 'numeric' } },
      ).attribute.type,
    ).toBe('numeric');
  });

  it('makes neither a formula nor a path of what a cell holds', () => {
    const { table, attributes } = read(
      ['note'],
      cells((row) => (row % 2 === 0 ? '=HYPERLINK("http://x")' : '../../etc')).map((cell) => [cell]),
    );
    expect(attributes[0]).toMatchObject({ type: 'nominal', levels: ['../../etc', '=HYPERLINK("http://x")'] });
    expect(table.rows).toBe(200);
  });
});

describe('several answers to one question', () => {
  const options = (column: EncodedColumn | undefined): number[][] =>
    column?.kind === 'options' ? column.codes.map((codes) => [...codes]) : [];

  it('spread over columns: not asked is not ticked nothing', () => {
    const names = ['Topics: price', 'Topics: advice', 'Topics: speed'];
    const rows = [
      ['1', '0', '0'],
      ['0', '0', '0'],
      ['', '', ''],
      ['0', '1', ''],
    ];
    const { attributes, table } = read(names, [...rows, ...cells(() => '').map(() => ['1', '0', '1'])]);
    expect(attributes).toMatchObject([
      { id: 'Topics', type: 'multiple', options: ['price', 'advice', 'speed'] },
    ]);
    expect(options(table.columns[0]).map((codes) => codes.slice(0, 4))).toEqual([
      [2, 1, 0, 1],
      [1, 1, 0, 2],
      [1, 1, 0, 0],
    ]);
  });

  it('spread over columns that only write the ticks: a blank beside a tick is a refusal', () => {
    const names = ['devices_phone', 'devices_tablet', 'devices_tv'];
    const rows = [
      ['x', '', ''],
      ['', '', ''],
      ['x', 'x', ''],
      ['', '', 'x'],
    ];
    const { attributes, table } = read(names, rows);
    expect(attributes).toMatchObject([{ source: { form: 'columns', words: { blank: 'unticked' } } }]);
    expect(options(table.columns[0])).toEqual([
      [2, 0, 2, 1],
      [1, 0, 2, 1],
      [1, 0, 1, 2],
    ]);
    expect(guessAttributes(names, rows).notes.map(({ code }) => code)).toContain(
      'persona.discovery.only-ticks-written',
    );
  });

  it('in one cell: blank was not asked, "none" ticked nothing', () => {
    const combos = ['web;phone', 'web', 'phone;store;web', 'store', 'none', ''];
    const { attributes, table } = read(
      ['channels'],
      cells((row) => combos[row % combos.length]!).map((cell) => [cell]),
    );
    expect(attributes).toMatchObject([
      {
        type: 'multiple',
        options: ['web', 'phone', 'store'],
        source: { form: 'cell', separator: ';', none: ['none'] },
      },
    ]);
    expect(options(table.columns[0]).map((codes) => codes.slice(0, 6))).toEqual([
      [2, 2, 2, 1, 1, 0],
      [2, 1, 2, 1, 1, 0],
      [1, 1, 2, 2, 1, 0],
    ]);
  });

  it('a slash in a name makes no question', () => {
    expect(
      guess(
        'distribution',
        cells(() => pick(['TA/TO', 'Direct', 'Corporate'])),
      ).attribute.type,
    ).toBe('nominal');
  });

  it('can be put together and taken apart by hand', () => {
    const names = ['sms', 'mail', 'letter', 'opt_a', 'opt_b', 'opt_c'];
    const rows = cells(() => '').map(() => names.map(() => pick(['0', '1'])));
    const together: Corrections = Object.fromEntries(
      ['sms', 'mail', 'letter'].map((name) => [name, { question: 'contact' }]),
    );
    const apart: Corrections = { opt_a: { question: '' } };
    const ids = (corrections: Corrections): [string, Attribute['type']][] =>
      guessAttributes(names, rows, corrections).attributes.map(({ id, type }) => [id, type]);
    expect(ids(together)).toEqual([
      ['contact', 'multiple'],
      ['opt', 'multiple'],
    ]);
    expect(ids(apart).map(([id]) => id)).toEqual(['sms', 'mail', 'letter', 'opt_a', 'opt_b', 'opt_c']);
  });
});

it('formulas written out instead of values are told, and never made a group', () => {
  const all = guess(
    'total',
    cells((row) => (row % 3 === 0 ? '=HYPERLINK("http://x";"y")' : '=B2*2')),
  );
  expect(all.attribute).toMatchObject({ type: 'text', use: false });
  expect(all.codes).toEqual(['formula-cells']);
  const few = guess(
    'total',
    cells((row) => (row < 5 ? '=B2*2' : pick(['bas', 'haut']))),
  );
  expect(few.attribute.type).toBe('nominal');
  expect(few.codes).toEqual(['formula-cells']);
  const smiles = guess(
    'mood',
    cells(() => pick(['=', '= )', 'ok'])),
  );
  expect(smiles.codes).toEqual([]);
});
