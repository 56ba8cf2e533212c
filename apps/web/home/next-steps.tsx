import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { MapSummary } from '#journey/contract.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { CreateWorkspace } from '#workspace/web/create-workspace.tsx';
import page from '../page.module.css';
import { useText } from '../text.ts';
import classes from './next-steps.module.css';

type NextStepsProps = {
  readonly workspace: Workspace;
  readonly workspaces: readonly Workspace[];
  readonly maps: readonly MapSummary[] | undefined;
  /** There is a source of events or a survey. */
  readonly measured: boolean;
  readonly onImport: () => void;
  readonly onCreate: () => void;
};

/** At most three sentences, each with its button: what is worth doing now, from what is really there. */
export function NextSteps({ workspace, workspaces, maps, measured, onImport, onCreate }: NextStepsProps) {
  const t = useText();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  if (maps === undefined) return null;

  const link = (map: MapSummary, verb: string) => (
    <Link
      to="/w/$workspaceId/maps/$mapId"
      params={{ workspaceId: workspace.id, mapId: map.id }}
      className={buttonClass('plain')}
    >
      {verb}
    </Link>
  );
  const titled = maps.filter((map) => map.title !== '');
  const finished = titled.find((map) => map.bound > 0 && workspace.demonstration);
  const unbound = titled.find((map) => map.bound === 0 && map.touchpoints > 0);
  const steps: { readonly key: string; readonly text: string; readonly action: ReactNode }[] = [];
  if (finished) {
    steps.push({
      key: 'read',
      text: t('next.openMeasured', { title: finished.title }),
      action: link(finished, t('next.openMeasuredVerb')),
    });
  }
  if (unbound && measured && !workspace.demonstration) {
    steps.push({
      key: 'bind',
      text: t('next.bind', { title: unbound.title }),
      action: link(unbound, t('next.bindVerb')),
    });
  }
  if (maps.length > 0 && (!measured || workspace.demonstration)) {
    steps.push({
      key: 'import',
      text: t('next.import'),
      action: <Button onClick={onImport}>{t('next.importVerb')}</Button>,
    });
  }
  if (maps.length > 0 && !workspace.demonstration) {
    steps.push({
      key: 'map',
      text: t('next.map'),
      action: <Button onClick={onCreate}>{t('next.mapVerb')}</Button>,
    });
  }
  if (workspace.demonstration && workspaces.every((other) => other.demonstration)) {
    steps.push({
      key: 'own',
      text: t('next.own'),
      action: <Button onClick={() => setCreating(true)}>{t('next.ownVerb')}</Button>,
    });
  }
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="next">
      <div className={page.sectionHead}>
        <SectionTitle id="next">{t('home.next')}</SectionTitle>
      </div>
      <ul className={classes.steps}>
        {steps.slice(0, 3).map((step) => (
          <li key={step.key} className={classes.step}>
            <p>{step.text}</p>
            {step.action}
          </li>
        ))}
      </ul>
      {creating && (
        <CreateWorkspace
          opened
          onClose={() => setCreating(false)}
          onCreated={({ id }) => void navigate({ to: '/w/$workspaceId', params: { workspaceId: id } })}
        />
      )}
    </section>
  );
}
