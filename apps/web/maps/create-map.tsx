import { Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useApi } from '#client/react.tsx';
import { type MapContent, mapContents } from '#journey/contract.ts';
import { exampleTitles } from '#journey/domain/examples/example-titles.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import { KindChooser } from '#journey/web/chooser/kind-chooser.tsx';
import { Choice } from '#ui/choice.tsx';
import { Dialog } from '#ui/dialog.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { useText } from '../text.ts';

type CreateMapProps = { readonly workspace: Workspace; readonly onClose: () => void };

/** A title and a kind, each explained in one line; the map opens at once, empty with the lanes of its kind or finished. */
export function CreateMap({ workspace, onClose }: CreateMapProps) {
  const t = useText();
  const { query } = useApi();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<JourneyMap['kind']>('journey');
  const [content, setContent] = useState<MapContent>('template');
  const [laneSetId, setLaneSetId] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const sets = useQuery(query.journey.laneSets.queryOptions({ input: { workspaceId: workspace.id } }));
  // An example has a name of its own, which stands until another is given.
  const own = content === 'example' ? exampleTitles[kind][workspace.language] : '';
  const name = title.trim() === '' ? own : title;
  const create = useMutation(
    query.journey.create.mutationOptions({
      onSuccess: async ({ id }) => {
        void client.invalidateQueries({ queryKey: query.journey.list.key() });
        await navigate({
          to: '/w/$workspaceId/maps/$mapId',
          params: { workspaceId: workspace.id, mapId: id },
        });
      },
    }),
  );
  return (
    <Dialog
      opened
      title={t('createMap.title')}
      submit={t('createMap.submit')}
      busy={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={() => {
        setSent(true);
        if (name !== '') {
          create.mutate({
            workspaceId: workspace.id,
            title: name,
            kind,
            language: workspace.language,
            content,
            laneSetId: content === 'template' ? laneSetId : null,
          });
        }
      }}
    >
      <TextInput
        data-autofocus
        label={t('createMap.name')}
        description={t('createMap.nameHint')}
        placeholder={own || t('createMap.namePlaceholder')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        error={sent && name === '' ? t('createMap.nameMissing') : null}
      />
      <KindChooser kind={kind} onKind={setKind}>
        <Choice
          labelled
          label={t('createMap.content')}
          hint={t(`createMap.contentHint.${content}`)}
          options={mapContents.map((value) => ({ value, label: t(`createMap.contents.${value}`) }))}
          value={content}
          onChange={setContent}
        />
      </KindChooser>
      {content === 'template' && sets.data !== undefined && sets.data.length > 0 && (
        <Select
          label={t('createMap.lanes')}
          placeholder={t('createMap.lanesOfKind')}
          clearable
          data={sets.data.map(({ id, title: label }) => ({ value: id, label }))}
          value={laneSetId}
          onChange={setLaneSetId}
        />
      )}
    </Dialog>
  );
}
