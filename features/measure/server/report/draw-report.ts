import PDFDocument from 'pdfkit';
import type { Locale } from '#kit/locale.ts';
import type { TrendPoint } from '#measure/domain/indicator/trend.ts';
import { advanceOf, features, measure, runsOf, type Weight } from '#platform/print/fonts.ts';

/** A report in words, as it is printed. */
export type PrintedReport = {
  readonly title: string;
  readonly fileName: string;
  /** Workspace, period, day it was made. */
  readonly facts: string;
  readonly lead: readonly string[];
  readonly sections: readonly {
    readonly title: string;
    readonly entries: readonly {
      readonly name: string;
      readonly sentences: readonly string[];
      /** Periods drawn beside the words, and the target among them. */
      readonly points: readonly TrendPoint[];
      readonly target: number | null;
      /** What the picture shows, for who does not see it. */
      readonly alt: string;
    }[];
  }[];
  /** How it was computed. */
  readonly notes: readonly string[];
};

const page = { width: 595.28, height: 841.89, margin: 54 } as const;
const wide = page.width - 2 * page.margin;
const picture = { width: 150, height: 46 } as const;
const inks = { ink: '#1c1b19', muted: '#6b665e', line: '#e0dad0', action: '#28497a' } as const;

type Style = {
  readonly size: number;
  readonly weight: Weight;
  readonly ink: keyof typeof inks;
  readonly gap: number;
};
const styles = {
  title: { size: 22, weight: 700, ink: 'ink', gap: 6 },
  heading: { size: 13, weight: 700, ink: 'ink', gap: 6 },
  name: { size: 11, weight: 700, ink: 'ink', gap: 2 },
  text: { size: 10, weight: 400, ink: 'ink', gap: 2 },
  note: { size: 8.5, weight: 400, ink: 'muted', gap: 2 },
} as const satisfies Record<string, Style>;
const tags = { title: 'H1', heading: 'H2', name: 'H3', text: 'P', note: 'P' } as const;

/** A4 pages whose text is text (selectable, with its structure for who hears it) and whose curves are vectors. */
export async function drawReport(report: PrintedReport, language: Locale, madeAt: Date): Promise<Buffer> {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    lang: language,
    tagged: true,
    displayTitle: true,
    info: { Title: report.title, Creator: 'Parcours', CreationDate: madeAt },
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
  const pen = new Pen(pdf);
  pen.write('title', report.title);
  pen.write('note', report.facts);
  pen.space(10);
  for (const sentence of report.lead) pen.write('text', sentence);
  for (const { title, entries } of report.sections) {
    if (entries.length === 0) continue;
    pen.space(16);
    pen.keep(90);
    pen.write('heading', title);
    pen.rule();
    for (const { name, sentences, points, target, alt } of entries) {
      const room = wide - picture.width - 18;
      const height =
        pen.heightOf('name', name, room) +
        sentences.reduce((sum, each) => sum + pen.heightOf('text', each, room), 0);
      pen.keep(Math.max(height, picture.height) + 8);
      const top = pen.y;
      pen.draw(alt, () => drawTrend(pdf, points, target, page.margin + room + 18, top + 4));
      pen.write('name', name, room);
      for (const sentence of sentences) pen.write('text', sentence, room);
      pen.y = Math.max(pen.y, top + picture.height) + 8;
    }
  }
  pen.space(14);
  for (const note of report.notes) pen.write('note', note);
  pen.end();
  pdf.end();
  return whole;
}

/** Where the next line goes. */
class Pen {
  y: number = page.height;
  readonly #pdf: PDFKit.PDFDocument;
  readonly #told: PDFKit.PDFStructureElement;
  readonly #registered = new Set<string>();

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf;
    this.#told = pdf.struct('Document');
    pdf.addStructure(this.#told);
  }

  /** Begins a page when less than this is left of it. */
  keep(height: number): void {
    if (this.y + height <= page.height - page.margin) return;
    this.#pdf.addPage({ size: [page.width, page.height], margin: 0 });
    this.y = page.margin;
  }

  space(height: number): void {
    this.y += height;
  }

  heightOf(kind: keyof typeof styles, text: string, room: number): number {
    return linesOf(text, styles[kind], room).length * styles[kind].size * 1.35 + styles[kind].gap;
  }

  write(kind: keyof typeof styles, text: string, room: number = wide): void {
    const style = styles[kind];
    const lines = linesOf(text, style, room);
    const leading = style.size * 1.35;
    this.keep(Math.min(lines.length, 3) * leading);
    const draws = lines.map((line) => () => {
      this.keep(leading);
      this.#line(line, style);
      this.y += leading;
    });
    // A paragraph may go over to the next page: each line is then a piece of it.
    for (const draw of draws) this.#told.add(this.#pdf.struct(tags[kind], {}, [draw]));
    this.y += style.gap;
  }

  rule(): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    this.#pdf.moveTo(page.margin, this.y).lineTo(page.width - page.margin, this.y);
    this.#pdf.lineWidth(0.6).undash().strokeColor(inks.line, 1).stroke();
    this.#pdf.endMarkedContent();
    this.y += 8;
  }

  draw(alt: string, picture: () => void): void {
    this.#told.add(this.#pdf.struct('Figure', { alt }, [picture]));
  }

  end(): void {
    this.#told.end();
  }

  #line(text: string, { size, weight, ink }: Style): void {
    let at = page.margin;
    for (const run of runsOf(text, weight)) {
      const { id, data } = run.face;
      if (!this.#registered.has(id)) {
        this.#pdf.registerFont(id, data);
        this.#registered.add(id);
      }
      this.#pdf
        .font(id)
        .fontSize(size)
        .fillColor(inks[ink], 1)
        .text(run.text, at, this.y + size, {
          lineBreak: false,
          baseline: 'alphabetic',
          features: features as unknown as PDFKit.Mixins.OpenTypeFeatures[],
        });
      at += advanceOf(run) * size;
    }
  }
}

/** Words set on lines of at most this width; a word that is wider stands alone. */
function linesOf(text: string, { size, weight }: Style, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \n]+/)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer, { size, weight, tracking: 0 }) <= room)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The band of the intervals, the line, the target, and the newest period as a dot. */
function drawTrend(
  pdf: PDFKit.PDFDocument,
  points: readonly TrendPoint[],
  target: number | null,
  left: number,
  top: number,
): void {
  const shown = points.flatMap(({ figure }, at) =>
    figure.is === 'shown'
      ? [{ at, value: figure.value, low: figure.low ?? figure.value, high: figure.high ?? figure.value }]
      : [],
  );
  const all = [...shown.flatMap(({ low, high }) => [low, high]), ...(target === null ? [] : [target])];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const range = most - least || 1;
  const x = (at: number) => left + (picture.width * at) / Math.max(1, points.length - 1);
  const y = (value: number) => top + (picture.height - 8) * (1 - (value - least) / range);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return;
  pdf.moveTo(x(first.at), y(first.high));
  for (const point of shown.slice(1)) pdf.lineTo(x(point.at), y(point.high));
  for (const point of shown.toReversed()) pdf.lineTo(x(point.at), y(point.low));
  pdf.closePath().fillColor('#dde3ec', 1).fill();
  if (target !== null) {
    pdf.moveTo(left, y(target)).lineTo(left + picture.width, y(target));
    pdf.lineWidth(0.8).dash(3, { space: 2.5 }).strokeColor(inks.ink, 1).stroke().undash();
  }
  pdf.moveTo(x(first.at), y(first.value));
  for (const point of shown.slice(1)) pdf.lineTo(x(point.at), y(point.value));
  pdf.lineWidth(1.4).strokeColor(inks.action, 1).stroke();
  pdf.circle(x(last.at), y(last.value), 2.4).fillColor(inks.action, 1).fill();
}
