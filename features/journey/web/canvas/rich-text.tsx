import { Fragment, memo } from 'react';
import { type Block, parseRichText, type Span } from '../../domain/rich-text/rich-text.ts';
import cells from './cell.module.css';

type RichTextProps = {
  readonly text: string;
  /** Tab reaches the links: only those of the chosen card, so that the map stays one stop. */
  readonly tabbable: boolean;
};

/** The text of a card with its form: bold, lists, links. Links open beside the map. */
export const RichText = memo(function RichText({ text, tabbable }: RichTextProps) {
  // Most cards are one plain line.
  if (!/[*[\n-]|https?:/.test(text)) return text;
  return parseRichText(text).map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place
    <BlockOf key={at} block={block} tabbable={tabbable} />
  ));
});

function BlockOf({ block, tabbable }: { readonly block: Block; readonly tabbable: boolean }) {
  if (block.kind === 'line') {
    return (
      <span className={cells.textLine}>
        <Spans spans={block.spans} tabbable={tabbable} />
      </span>
    );
  }
  return (
    <ul className={cells.textList}>
      {block.items.map((spans, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no name but their place
        <li key={at}>
          <Spans spans={spans} tabbable={tabbable} />
        </li>
      ))}
    </ul>
  );
}

function Spans({ spans, tabbable }: { readonly spans: readonly Span[]; readonly tabbable: boolean }) {
  return spans.map(({ text, bold, href }, at) => {
    const words = bold ? <strong>{text}</strong> : text;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name but their place
      <Fragment key={at}>
        {href === null ? (
          words
        ) : (
          <a href={href} target="_blank" rel="noopener noreferrer" tabIndex={tabbable ? 0 : -1}>
            {words}
          </a>
        )}
      </Fragment>
    );
  });
}
