export type StoryBlock = { readonly kind: 'heading' | 'paragraph'; readonly text: string };

/** A story as it is read: `## ` lines are headings, the rest paragraphs parted by empty lines. */
export const storyBlocks = (story: string): StoryBlock[] =>
  story
    .split(/\n\s*\n|(?=^## )/m)
    .flatMap((part) => {
      const [first = '', ...rest] = part.trim().split('\n');
      return first.startsWith('## ')
        ? [
            { kind: 'heading' as const, text: first.slice(3).trim() },
            { kind: 'paragraph' as const, text: rest.join('\n').trim() },
          ]
        : [{ kind: 'paragraph' as const, text: part.trim() }];
    })
    .filter(({ text }) => text !== '');
