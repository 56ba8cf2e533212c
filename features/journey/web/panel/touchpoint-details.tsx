import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { knownChannel, knownChannels } from '#kit/channel.ts';
import { Choice } from '#ui/choice.tsx';
import { useText as useUiText } from '#ui/text.ts';
import { editTouchpoint } from '../../domain/edit/touchpoint.ts';
import type { JourneyMap, MapTouchpoint } from '../../domain/schema.ts';
import { useText } from '../text.ts';
import { useMapContext } from '../view/map-context.ts';
import { LiveField, Section } from './fields.tsx';

type TouchpointDetailsProps = {
  readonly map: JourneyMap;
  readonly touchpointId: string;
  readonly touchpoint: MapTouchpoint;
  /** What ties it to data, composed by the page that knows them. */
  readonly binding: ReactNode;
};

/** A touchpoint: what it is called, by which channel, who starts it, and what measures it. */
export function TouchpointDetails({ map, touchpointId, touchpoint, binding }: TouchpointDetailsProps) {
  const { editor } = useMapContext();
  const t = useText();
  const ui = useUiText();
  const known = knownChannels.find((channel) => channel === touchpoint.channel);
  // A channel of the data that the interface does not know keeps its own name in the list.
  const own = known ? [] : [{ value: touchpoint.channel, label: touchpoint.channel }];
  const name = ui(`channel.${knownChannel(touchpoint.channel)}`);
  return (
    <>
      <LiveField
        key={touchpointId}
        label={t('panel.title')}
        unlabelled
        large
        value={touchpoint.title}
        placeholder={name}
        onText={(title) => editor.send(editTouchpoint(map, touchpointId, { title }))}
      />
      {binding}
      <Section title={t('panel.channel')}>
        <Select
          aria-label={t('panel.channel')}
          size="xs"
          allowDeselect={false}
          data={[
            ...own,
            ...knownChannels.map((channel) => ({ value: channel, label: ui(`channel.${channel}`) })),
          ]}
          value={touchpoint.channel}
          onChange={(channel) =>
            channel !== null && editor.send(editTouchpoint(map, touchpointId, { channel }))
          }
        />
        <Choice
          label={t('panel.initiator')}
          labelled
          options={[
            { value: 'customer', label: t('initiator.customer') },
            { value: 'company', label: t('initiator.company') },
          ]}
          value={touchpoint.initiator}
          onChange={(initiator) => editor.send(editTouchpoint(map, touchpointId, { initiator }))}
        />
      </Section>
    </>
  );
}
