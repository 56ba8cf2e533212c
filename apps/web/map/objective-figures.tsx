import { editObjective } from '#journey/domain/edit/objective.ts';
import type { JourneyMap, Objective } from '#journey/domain/schema.ts';
import type { WorkspaceId } from '#kit/ids.ts';
import type { MapMeasure } from '#measure/domain/figures.ts';
import { BindingEditor } from '#measure/web/binding/binding-editor.tsx';
import { objectiveNow } from '#measure/web/map/strip-words.ts';
import { useText } from '#measure/web/text.ts';
import { useFormat } from '#ui/i18n.ts';
import classes from './selection-figures.module.css';

type ObjectiveFiguresProps = {
  readonly workspaceId: WorkspaceId;
  readonly map: JourneyMap;
  readonly measure: MapMeasure | undefined;
  readonly objectiveId: string;
  readonly objective: Objective;
  readonly onChange: (changes: ReturnType<typeof editObjective>) => void;
  readonly onImport: () => void;
};

/** Where an objective stands by the data, with its interval, and what it is read from: one binding at most. */
export function ObjectiveFigures(props: ObjectiveFiguresProps) {
  const { workspaceId, map, measure, objectiveId, objective, onChange, onImport } = props;
  const t = useText();
  const format = useFormat();
  const said = objectiveNow({ t, format }, measure?.objectives[objectiveId]);
  return (
    <>
      {said !== undefined && <p className={classes.small}>{t('panel.objectiveNow', { said })}</p>}
      <BindingEditor
        key={objectiveId}
        workspaceId={workspaceId}
        title={objective.text}
        most={1}
        bindings={objective.binding ? [objective.binding] : []}
        onChange={(bindings) =>
          onChange(editObjective(map, objectiveId, { binding: bindings.at(-1) ?? null }))
        }
        onImport={onImport}
      />
    </>
  );
}
