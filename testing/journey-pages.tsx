import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { toBe } from '#journey/domain/compare/to-be.ts';
import { addCard, removeCard } from '#journey/domain/edit/card.ts';
import { editObjective } from '#journey/domain/edit/objective.ts';
import { editStage } from '#journey/domain/edit/stage.ts';
import { reimbursementExample } from '#journey/domain/examples/reimbursement.ts';
import type { JourneyMap } from '#journey/domain/schema.ts';
import { KindChooser } from '#journey/web/chooser/kind-chooser.tsx';
import { ComparePage } from '#journey/web/compare/compare-page.tsx';
import { InventoryPage } from '#journey/web/inventory/inventory-page.tsx';
import { Presentation } from '#journey/web/present/presentation.tsx';
import { ReviewPanel } from '#journey/web/review/review-panel.tsx';
import { StoryPage } from '#journey/web/story/story-page.tsx';
import { applyChanges, type Change } from '#kit/document/changes.ts';
import { currentLocale, LocaleProvider } from '#ui/i18n.ts';
import { ThemeProvider } from '#ui/theme/provider.tsx';

/** What `journey-pages.browser.test.ts` looks at: each page of a map, over the example kept in memory. */
declare global {
  /** The map as it is now, and where the page last asked to go. */
  var shown: { map: JourneyMap; went: unknown; kind: string };
}

const view = new URLSearchParams(location.search).get('view') ?? '';

function opening(): JourneyMap {
  const map = reimbursementExample(currentLocale(), { sourceId: 'crm', day: '2026-03-31' });
  if (view !== 'review') return { ...map, story: '' };
  return applyChanges({ ...map, story: '' }, [
    ...editStage(map, 'stage-wait', { title: 'Onboarding' }),
    ...editObjective(map, 'objective-2', { baseline: null }),
  ]);
}

function future(map: JourneyMap): JourneyMap {
  const made = toBe(map, 'as-is');
  const with_ = applyChanges(made, removeCard(made, 'pain-points-silence-1'));
  return applyChanges(
    with_,
    addCard(with_, { laneId: 'lane-delights', stepId: 'step-silence', text: 'Day three' }, () => 'new'),
  );
}

function Shown() {
  const [map, setMap] = useState(opening);
  const [kind, setKind] = useState<JourneyMap['kind']>('journey');
  const [open, setOpen] = useState(true);
  globalThis.shown = { ...globalThis.shown, map, kind };
  const onChange = (changes: readonly Change[]) => setMap((now) => applyChanges(now, changes));
  const onGo = (...went: unknown[]) => {
    globalThis.shown = { ...globalThis.shown, went };
  };
  switch (view) {
    case 'review':
      return (
        <ReviewPanel
          map={map}
          context={{ today: '2026-04-10' }}
          author={{ name: 'Ines', id: null }}
          onChange={onChange}
          onGo={onGo}
        />
      );
    case 'compare':
      return <ComparePage before={{ name: 'A', map }} after={{ name: 'B', map: future(map) }} onGo={onGo} />;
    case 'story':
      return <StoryPage map={map} personaId="worrier" onChange={onChange} onGo={onGo} />;
    case 'inventory':
      return (
        <InventoryPage
          maps={[{ mapId: 'm', map }]}
          onChange={(_, changes) => onChange(changes)}
          onGo={onGo}
        />
      );
    case 'chooser':
      return <KindChooser kind={kind} onKind={setKind} />;
    default:
      return open ? (
        <Presentation map={map} startStageId="stage-wait" onClose={() => setOpen(false)} />
      ) : (
        <p>closed</p>
      );
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no #root');
createRoot(root).render(
  <LocaleProvider>
    <ThemeProvider>
      <main>
        <h1>{view}</h1>
        <Shown />
      </main>
    </ThemeProvider>
  </LocaleProvider>,
);
