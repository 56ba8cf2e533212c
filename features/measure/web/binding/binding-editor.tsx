import { IconLink, IconLinkOff, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { mostBindings } from '#journey/domain/schema.ts';
import { sameJson } from '#kit/document/changes.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { Binding } from '#touchpoint/domain/binding.ts';
import { Button } from '#ui/button.tsx';
import { useFormat } from '#ui/i18n.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { useText } from '../text.ts';
import { BindingDialog } from './binding-dialog.tsx';
import classes from './binding-editor.module.css';
import { bindingWords } from './binding-words.ts';

type BindingEditorProps = {
  readonly workspaceId: WorkspaceId;
  /** What the touchpoint is called. */
  readonly title: string;
  readonly bindings: readonly Binding[];
  /** How many it may have; as many as a touchpoint unless told. */
  readonly most?: number;
  /** Writes the bindings of the touchpoint through its document. */
  readonly onChange: (bindings: Binding[]) => void;
  /** Where a file is imported. */
  readonly onImport: () => void;
};

/** What ties a touchpoint to the data, in words; made, changed and taken away here. */
export function BindingEditor(props: BindingEditorProps) {
  const { workspaceId, title, bindings, most = mostBindings, onChange, onImport } = props;
  const t = useText();
  const format = useFormat();
  const { query } = useApi();
  const [editing, setEditing] = useState<{ readonly binding: Binding | null } | null>(null);
  const sources = useQuery(query.measure.sources.queryOptions({ input: { workspaceId } }));
  const surveys = useQuery(query.voice.surveys.queryOptions({ input: { workspaceId } }));
  const save = (binding: Binding) => {
    const former = editing?.binding ?? null;
    setEditing(null);
    const kept = former === null ? [...bindings] : bindings.filter((known) => !sameJson(known, former));
    if (!kept.some((known) => sameJson(known, binding))) kept.push(binding);
    onChange(kept);
  };
  return (
    <section className={classes.editor}>
      <SectionTitle level={3}>{t('binding.title')}</SectionTitle>
      {bindings.length === 0 && <p className={classes.small}>{t('binding.none')}</p>}
      <ul className={classes.list}>
        {bindings.map((binding) => {
          const { what, where } = bindingWords({ t, format }, binding, sources.data, surveys.data);
          return (
            <li key={JSON.stringify(binding)} className={classes.binding}>
              <div>
                <p className={classes.what}>{what}</p>
                <p className={classes.small}>{where}</p>
              </div>
              <span className={classes.actions}>
                <IconButton
                  label={t('binding.editOf', { what })}
                  icon={<IconPencil />}
                  onClick={() => setEditing({ binding })}
                />
                <IconButton
                  label={t('binding.removeOf', { what })}
                  icon={<IconLinkOff />}
                  onClick={() => onChange(bindings.filter((known) => known !== binding))}
                />
              </span>
            </li>
          );
        })}
      </ul>
      {bindings.length >= mostBindings && (
        <p className={classes.small}>{t('binding.full', { most: mostBindings })}</p>
      )}
      {bindings.length < most && (
        <p>
          <Button icon={<IconLink aria-hidden="true" />} onClick={() => setEditing({ binding: null })}>
            {t(bindings.length === 0 ? 'binding.add' : 'binding.another')}
          </Button>
        </p>
      )}
      {editing !== null && (
        <BindingDialog
          workspaceId={workspaceId}
          title={title}
          binding={editing.binding}
          sources={sources.data ?? []}
          surveys={surveys.data ?? []}
          loading={sources.isPending || surveys.isPending}
          onSave={save}
          onClose={() => setEditing(null)}
          onImport={onImport}
        />
      )}
    </section>
  );
}
