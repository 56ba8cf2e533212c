import { NumberInput, Select, TextInput } from '@mantine/core';
import { locales } from '#kit/locale.ts';
import { Choice } from '#ui/choice.tsx';
import { minimumFloor, type WorkspaceSettings } from '../domain/schema.ts';
import { useText } from './text.ts';

const zones = Intl.supportedValuesOf('timeZone');

type WorkspaceFieldsProps = {
  readonly settings: WorkspaceSettings;
  /** Set once the form was sent without a name. */
  readonly nameMissing: boolean;
  readonly onChange: (settings: WorkspaceSettings) => void;
};

/** What a workspace lets its owner set. The same fields to create one and to change it. */
export function WorkspaceFields({ settings, nameMissing, onChange }: WorkspaceFieldsProps) {
  const t = useText();
  return (
    <>
      <TextInput
        data-autofocus
        label={t('name')}
        placeholder={t('namePlaceholder')}
        maxLength={120}
        value={settings.name}
        onChange={(event) => onChange({ ...settings, name: event.currentTarget.value })}
        error={nameMissing && settings.name.trim() === '' ? t('nameMissing') : null}
      />
      <Choice
        label={t('language')}
        labelled
        hint={t('languageHint')}
        options={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
        value={settings.language}
        onChange={(language) => onChange({ ...settings, language })}
      />
      <Select
        label={t('zone')}
        description={t('zoneHint')}
        data={zones}
        searchable
        limit={30}
        nothingFoundMessage={t('zoneNone')}
        allowDeselect={false}
        value={settings.zone}
        onChange={(zone) => zone !== null && onChange({ ...settings, zone })}
      />
      <NumberInput
        label={t('minimum')}
        description={t('minimumHint', { floor: minimumFloor })}
        min={minimumFloor}
        max={1000}
        allowDecimal={false}
        value={settings.minimum}
        onChange={(value) => typeof value === 'number' && onChange({ ...settings, minimum: value })}
      />
    </>
  );
}
