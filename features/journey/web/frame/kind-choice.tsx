import { Select } from '@mantine/core';
import { randomId } from '#kit/random-id.ts';
import { changeKind } from '../../domain/edit/kind.ts';
import { type JourneyMap, mapKinds } from '../../domain/schema.ts';
import { Section } from '../panel/fields.tsx';
import panel from '../panel/panel.module.css';
import { useText as useMapText } from '../text.ts';
import { useMapContext } from '../view/map-context.ts';
import { useText } from './text.ts';

/** The kind of the map, changed at any time: the lanes of the new kind come in, and nothing goes out. */
export function KindChoice({ map }: { readonly map: JourneyMap }) {
  const { editor } = useMapContext();
  const t = useText();
  const words = useMapText();
  return (
    <Section title={t('kind.title')}>
      <Select
        aria-label={t('kind.title')}
        size="xs"
        allowDeselect={false}
        disabled={map.structureLocked}
        data={mapKinds.map((kind) => ({ value: kind, label: words(`kind.${kind}`) }))}
        value={map.kind}
        onChange={(value) => {
          const kind = mapKinds.find((one) => one === value);
          if (kind) editor.send(changeKind(map, kind, randomId));
        }}
      />
      <p className={panel.hint}>{t('kind.hint')}</p>
    </Section>
  );
}
