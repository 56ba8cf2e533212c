import type { Locale } from '#kit/locale.ts';
import { allProblemSentences } from '../problem-sentence.ts';

/** The part of an OpenAPI document this page reads. */
type Operation = {
  readonly summary?: string;
  readonly operationId?: string;
  readonly parameters?: readonly {
    readonly name?: string;
    readonly in?: string;
    readonly required?: boolean;
    readonly schema?: unknown;
  }[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, unknown>>;
};
type ApiDocument = {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
};

const words = {
  en: {
    title: 'The Parcours API',
    intro: 'What the pages use, any program can use. The machine-readable description is',
    parameters: 'Parameters',
    body: 'Body',
    answer: 'Answer',
    required: 'required',
    problems: 'Problems',
    problemsIntro:
      'Every refusal is a problem document (RFC 9457) with one of these codes; codes do not change.',
  },
  fr: {
    title: 'L’API de Parcours',
    intro:
      'Ce que les pages utilisent, tout programme peut l’utiliser. La description lisible par une machine est',
    parameters: 'Paramètres',
    body: 'Corps',
    answer: 'Réponse',
    required: 'obligatoire',
    problems: 'Problèmes',
    problemsIntro:
      'Chaque refus est un document de problème (RFC 9457) portant l’un de ces codes ; les codes ne changent pas.',
  },
} as const;

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** A page to read the API by, made from the OpenAPI document: no script, nothing fetched. */
export function apiPage(document: ApiDocument, locale: Locale): string {
  const say = words[locale];
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item?.[method] as Operation | undefined;
      return operation ? [{ path, method, operation }] : [];
    }),
  );
  const problems = allProblemSentences(locale)
    .map(
      ([code, sentence]) =>
        `<tr id="problem-${escapeHtml(code)}"><th scope="row"><code>${escapeHtml(code)}</code></th><td>${escapeHtml(sentence)}</td></tr>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say.title}</title><style>${style}</style></head>
<body><main>
<h1>${say.title}</h1>
<p>${say.intro} <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1). ${escapeHtml(document.info.description ?? '')}</p>
${operations.map(({ path, method, operation }) => section(path, method, operation, say)).join('\n')}
<h2>${say.problems}</h2><p>${say.problemsIntro}</p>
<table>${problems}</table>
</main></body></html>`;
}

function section(path: string, method: string, operation: Operation, say: (typeof words)[Locale]): string {
  const parameters = (operation.parameters ?? [])
    .map(
      ({ name = '', in: place = '', required }) =>
        `<li><code>${escapeHtml(name)}</code> <span>${escapeHtml(place)}${required ? `, ${say.required}` : ''}</span></li>`,
    )
    .join('');
  const part = (title: string, value: unknown) =>
    value === undefined
      ? ''
      : `<details><summary>${title}</summary><pre tabindex="0">${escapeHtml(JSON.stringify(value, null, 2))}</pre></details>`;
  return `<section><h2><code><b>${method.toUpperCase()}</b> /api${escapeHtml(path)}</code></h2>
<p>${escapeHtml(operation.summary ?? '')}</p>
${parameters ? `<h3>${say.parameters}</h3><ul>${parameters}</ul>` : ''}
${part(say.body, operation.requestBody)}${part(say.answer, operation.responses)}</section>`;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const style = `
:root { color-scheme: light dark; --ink: #1c1b19; --muted: #6b665e; --line: #e6e1d8; --paper: #faf8f4; --action: #28497a }
@media (prefers-color-scheme: dark) { :root { --ink: #f1eee7; --muted: #a19c92; --line: #33312d; --paper: #161614; --action: #8fb4e8 } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 'Inter Variable', Inter, system-ui, sans-serif }
main { max-width: 52rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { font-size: 1.875rem } h2 { font-size: 1.0625rem; margin: 0 } h3 { font-size: .8125rem; color: var(--muted); margin: .5rem 0 0 }
section { border-top: 1px solid var(--line); padding: 1rem 0 } p { margin: .25rem 0 } a { color: var(--action) }
code { font: 13px/1.5 ui-monospace, monospace; overflow-wrap: anywhere } span { color: var(--muted); font-size: .8125rem }
pre { overflow: auto; max-height: 24rem; font-size: 12px } summary { cursor: pointer; color: var(--action); font-size: .8125rem }
table { border-collapse: collapse } th, td { text-align: left; vertical-align: top; padding: .375rem 1rem .375rem 0; border-top: 1px solid var(--line); font-weight: 400 }`;
