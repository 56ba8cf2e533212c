import { Menu, Popover, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment, useId, useState } from 'react';
import { knownChannel, knownChannels } from '#kit/channel.ts';
import { randomId } from '#kit/random-id.ts';
import { Button } from '#ui/button.tsx';
import { ChannelIcon } from '#ui/channel-icon.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { useText as useUiText } from '#ui/text.ts';
import { addChannel, editChannel, moveChannel, removeChannel } from '../../domain/edit/channel.ts';
import { channelsInOrder } from '../../domain/outline.ts';
import type { Persona, PreferredChannel } from '../../domain/schema.ts';
import type { Editor } from '../source.ts';
import { useText } from '../text.ts';
import { channelName, channelWords } from '../words/channel-words.ts';
import { pronounOf } from '../words/pronoun.ts';
import evidence from './evidence.module.css';
import { LiveText } from './live-text.tsx';
import classes from './sheet.module.css';
import { useSheet } from './sheet-context.ts';
import side from './side.module.css';

/** All of them in one line, none broken in two. */
export function ChannelLine({ persona }: { readonly persona: Pick<Persona, 'channels'> }) {
  const ui = useUiText();
  return channelsInOrder(persona).map(([id, channel], index) => (
    <Fragment key={id}>
      {index > 0 && '\u00a0· '}
      <span className={side.whole}>{channelWords(ui, channel)}</span>
    </Fragment>
  ));
}

/** By which ways they like to be reached, the favourite first. */
export function Channels({ persona }: { readonly persona: Persona }) {
  const { editor } = useSheet();
  const t = useText();
  const id = useId();
  const channels = channelsInOrder(persona);
  if (!editor && channels.length === 0) return null;
  return (
    <section aria-labelledby={id} className={classes.part} data-stated={channels.length > 0 ? '' : undefined}>
      <SectionTitle id={id}>{t(`sheet.channels.${pronounOf(persona)}`)}</SectionTitle>
      <ul className={side.channels}>
        {channels.map(([channelId, channel], index) => (
          <li key={channelId}>
            {editor ? (
              <ChannelPill
                editor={editor}
                channelId={channelId}
                channel={channel}
                before={channels[index - 1]?.[0]}
              />
            ) : (
              <ChannelWords channel={channel} />
            )}
          </li>
        ))}
        {editor && (
          <li>
            <AddChannel editor={editor} persona={persona} />
          </li>
        )}
      </ul>
    </section>
  );
}

function ChannelWords({ channel }: { readonly channel: PreferredChannel }) {
  const ui = useUiText();
  return (
    <span className={side.channel}>
      <ChannelIcon channel={knownChannel(channel.channel)} label="" size={15} />
      {channelWords(ui, channel)}
    </span>
  );
}

type ChannelPillProps = {
  readonly editor: Editor;
  readonly channelId: string;
  readonly channel: PreferredChannel;
  readonly before: string | undefined;
};

function ChannelPill({ editor, channelId, channel, before }: ChannelPillProps) {
  const t = useText();
  const ui = useUiText();
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={280}
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <button type="button" className={side.channel} onClick={() => setOpened(!opened)}>
          <ChannelIcon channel={knownChannel(channel.channel)} label="" size={15} />
          {channelWords(ui, channel)}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={channelWords(ui, channel)}>
        <div className={evidence.card}>
          <div className={evidence.field}>
            <span>{t('channel.note')}</span>
            <LiveText
              className={evidence.boxed}
              label={t('channel.note')}
              placeholder={t('channel.notePlaceholder')}
              maxLength={200}
              value={channel.note}
              place={`channel:${channelId}`}
              onText={(note) => editor.edit((now) => editChannel(now, channelId, { note }))}
            />
          </div>
          <div className={evidence.row}>
            {before !== undefined && (
              <Button onClick={() => editor.edit((now) => moveChannel(now, { channelId, before }))}>
                {t('channel.earlier')}
              </Button>
            )}
            <Button
              look="quiet"
              onClick={() => {
                setOpened(false);
                editor.edit((now) => removeChannel(now, channelId));
              }}
            >
              {t('channel.remove')}
            </Button>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function AddChannel({ editor, persona }: { readonly editor: Editor; readonly persona: Persona }) {
  const t = useText();
  const ui = useUiText();
  const [other, setOther] = useState<string | null>(null);
  const taken = new Set(Object.values(persona.channels).map(({ channel }) => knownChannel(channel)));
  const add = (channel: string) => editor.edit((now) => addChannel(now, { channel }, randomId));
  if (other !== null) {
    return (
      <form
        data-own-undo=""
        onSubmit={(event) => {
          event.preventDefault();
          add(other);
          setOther(null);
        }}
      >
        <TextInput
          autoFocus
          size="xs"
          aria-label={t('channel.other')}
          placeholder={t('channel.other')}
          maxLength={60}
          value={other}
          onChange={(event) => setOther(event.currentTarget.value)}
          onBlur={() => {
            add(other);
            setOther(null);
          }}
        />
      </form>
    );
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={side.channel} data-add="">
          <IconPlus size={14} aria-hidden="true" />
          {t('channel.add')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {knownChannels
          .filter((channel) => channel !== 'other' && !taken.has(channel))
          .map((channel) => (
            <Menu.Item
              key={channel}
              leftSection={<ChannelIcon channel={channel} label="" />}
              onClick={() => add(channel)}
            >
              {channelName(ui, channel)}
            </Menu.Item>
          ))}
        <Menu.Item onClick={() => setOther('')}>{t('channel.another')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
