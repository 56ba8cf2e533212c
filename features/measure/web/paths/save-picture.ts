/** What a drawing owes to the page, and must carry along to stand alone. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
] as const;

const margin = 20;
const line = 16;

/** A picture of the page as a file of its own: its colours and letters written in, its title above, what it rests on below. */
export function standaloneSvg(
  picture: SVGSVGElement,
  { title, notes }: { readonly title: string; readonly notes: readonly string[] },
): { readonly svg: string; readonly width: number; readonly height: number } {
  const { width, height } = picture.viewBox.baseVal;
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [picture, ...picture.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((element, at) => {
    const original = originals[at];
    for (const name of element.getAttributeNames())
      if (
        ['class', 'role', 'tabindex'].includes(name) ||
        name.startsWith('aria-') ||
        name.startsWith('data-')
      )
        element.removeAttribute(name);
    if (!original || element.tagName === 'title') return;
    const style = getComputedStyle(original);
    for (const name of carried) element.setAttribute(name, style.getPropertyValue(name));
  });
  const page = getComputedStyle(document.body);
  const lines = notes.flatMap((note) => wrapped(note, width / 6));
  const whole = { width: width + 2 * margin, height: height + 2 * margin + 34 + lines.length * line };
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', `0 0 ${whole.width} ${whole.height}`);
  svg.setAttribute('width', String(whole.width));
  svg.setAttribute('height', String(whole.height));
  const add = (name: string, attributes: Readonly<Record<string, string | number>>, text?: string) => {
    const element = document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    if (text !== undefined) element.textContent = text;
    svg.append(element);
  };
  const letters = { 'font-family': page.fontFamily, fill: page.color };
  add('rect', { width: whole.width, height: whole.height, fill: page.backgroundColor });
  add('text', { x: margin, y: margin + 12, 'font-size': 15, 'font-weight': 600, ...letters }, title);
  copy.setAttribute('x', String(margin));
  copy.setAttribute('y', String(margin + 26));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  svg.append(copy);
  lines.forEach((text, at) => {
    add('text', { x: margin, y: margin + 26 + height + (at + 1) * line, 'font-size': 11, ...letters }, text);
  });
  return { svg: new XMLSerializer().serializeToString(svg), ...whole };
}

function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
