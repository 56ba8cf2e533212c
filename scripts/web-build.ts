import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

const main = fileURLToPath(new URL('../apps/web/main.tsx', import.meta.url));
/** The page that must open fastest although it needs most. */
const map = fileURLToPath(new URL('../apps/web/routes/map.tsx', import.meta.url));

/**
 * How the pages are cut into files. Left alone, the builder makes a file for each set of pages that share something: a
 * hundred small ones for a map, and a browser fetches six at a time. No two of these groups need each other: each uses what
 * stands before it.
 */
export const webChunks: Rolldown.CodeSplittingOptions = {
  groups: [
    { name: 'app', tags: ['$initial'], priority: 4 },
    { name: 'live', test: /kit\/document\/|node_modules\/(yjs|lib0|y-|@hocuspocus|@lifeomic)/, priority: 3 },
    {
      name: 'parts',
      test: /node_modules\/(@mantine|@tabler|@tanstack|@floating-ui|react-|use-|d3-)/,
      priority: 2,
    },
    { name: sharedWithMap, debugName: 'shared', priority: 1 },
  ],
};

/** Names the modules of our own that the map shares with other pages; what is the map's alone stays with its page. */
function sharedWithMap(id: string, graph: Rolldown.ChunkingContext): string | null {
  if (id.includes('node_modules')) return null;
  pages ??= reachedFrom(graph);
  return pages.map.has(id) && pages.others.has(id) ? 'shared' : null;
}

type Reached = { readonly map: ReadonlySet<string>; readonly others: ReadonlySet<string> };
let pages: Reached | undefined;

/** What the map needs, and what any other page does. */
function reachedFrom(graph: Rolldown.ChunkingContext): Reached {
  const lazy = new Set<string>();
  const all = (start: string, along: (info: Rolldown.ModuleInfo) => readonly string[]): Set<string> => {
    const seen = new Set([start]);
    for (const id of seen) {
      const info = graph.getModuleInfo(id);
      if (info) for (const next of along(info)) seen.add(next);
    }
    return seen;
  };
  all(main, ({ importedIds, dynamicallyImportedIds }) => {
    for (const id of dynamicallyImportedIds) lazy.add(id);
    return [...importedIds, ...dynamicallyImportedIds];
  });
  const needed = (page: string) => all(page, ({ importedIds }) => importedIds);
  lazy.delete(map);
  return { map: needed(map), others: new Set([...lazy].flatMap((page) => [...needed(page)])) };
}

/**
 * Says in the page itself what it will need: the groups that all pages share are fetched beside the first file and not
 * after it. What a map needs besides is told to `first-paint.js`, which fetches it at the address of a map.
 */
export function fetchedAhead(): Plugin {
  return {
    name: 'parcours:fetched-ahead',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (!bundle) return html;
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const page = chunks.find(({ facadeModuleId }) => facadeModuleId === map);
        if (!page) throw new Error('the page of a map has no file of its own');
        const tags = chunks
          .filter(({ name, fileName }) => name !== 'app' && page.imports.includes(fileName))
          .flatMap((chunk): HtmlTagDescriptor[] => [
            preload(`/${chunk.fileName}`),
            ...stylesOf(chunk).map((href) => ({
              tag: 'link',
              attrs: { rel: 'stylesheet', crossorigin: '', href },
            })),
          ])
          .filter(({ attrs }) => !html.includes(String(attrs?.href)))
          .map((tag) => ({ ...tag, injectTo: 'head' as const }));
        const own = [`/${page.fileName}`, ...stylesOf(page)].join(' ');
        return {
          html: html.replace('src="/first-paint.js"', `src="/first-paint.js" data-map="${own}"`),
          tags,
        };
      },
    },
  };
}

const preload = (href: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'modulepreload', crossorigin: '', href },
});

const stylesOf = ({ viteMetadata }: Rolldown.OutputChunk): string[] =>
  [...(viteMetadata?.importedCss ?? [])].map((file) => `/${file}`);

/** Shorter than this, a file travels in one packet as it is. */
const worthCompressing = 1400;

/** Puts a `.br` and a `.gz` beside each text: what the server sends a browser that understands them. */
export function compressed(): Plugin {
  const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
  return {
    name: 'parcours:compressed',
    async writeBundle({ dir = '.' }, bundle) {
      const texts = Object.keys(bundle).filter((file) => /\.(js|css|svg)$/.test(file));
      await Promise.all(
        texts.map(async (file) => {
          const path = join(dir, file);
          const content = await readFile(path);
          if (content.length < worthCompressing) return;
          const params = { [zlib.BROTLI_PARAM_QUALITY]: 9, [zlib.BROTLI_PARAM_SIZE_HINT]: content.length };
          await writeFile(`${path}.br`, await brotli(content, { params }));
          await writeFile(`${path}.gz`, await zip(content, { level: 9 }));
        }),
      );
    },
  };
}
