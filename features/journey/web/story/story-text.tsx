import { IconArrowUpRight } from '@tabler/icons-react';
import { Fragment } from 'react';
import { IconButton } from '#ui/icon-button.tsx';
import type { Entry } from '../../domain/outline.ts';
import type { Stage } from '../../domain/schema.ts';
import { storyBlocks } from '../../domain/story/story-blocks.ts';
import classes from './story.module.css';
import { useText } from './text.ts';

type StoryTextProps = {
  readonly story: string;
  readonly stages: readonly Entry<Stage>[];
  readonly onGo: (stageId: string) => void;
};

/** A story as it is read. A chapter that bears the title of a stage leads to it. */
export function StoryText({ story, stages, onGo }: StoryTextProps) {
  const t = useText();
  const seen = new Map<string, number>();
  return (
    <div className={classes.text}>
      {storyBlocks(story).map(({ kind, text }) => {
        // The same words may come twice.
        const rank = (seen.get(text) ?? 0) + 1;
        seen.set(text, rank);
        const key = `${rank} ${text}`;
        if (kind === 'heading') {
          const stage = stages.find(([, { title }]) => title.trim() === text);
          return (
            <div key={key} className={classes.chapter}>
              <h3>{text}</h3>
              {stage && (
                <IconButton
                  label={t('go', { title: text })}
                  icon={<IconArrowUpRight />}
                  onClick={() => onGo(stage[0])}
                />
              )}
            </div>
          );
        }
        return (
          <p key={key}>
            {text.split('\n').map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one paragraph never move
              <Fragment key={index}>
                {index > 0 && <br />}
                {line}
              </Fragment>
            ))}
          </p>
        );
      })}
    </div>
  );
}
