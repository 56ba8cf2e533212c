import { SheetPage } from '#persona/web/sheet/sheet-page.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { PersonaFigures } from './persona-figures.tsx';
import { PersonaCrumbs, PersonaWays } from './persona-ways.tsx';
import { PutOnMap } from './put-on-map.tsx';

type PersonaScreenProps = { readonly workspace: Workspace; readonly personaId: string };

/** One persona, with what the data say of it. */
export function PersonaScreen({ workspace, personaId }: PersonaScreenProps) {
  return (
    <PersonaWays workspace={workspace}>
      <SheetPage
        personaId={personaId}
        crumbs={<PersonaCrumbs workspace={workspace} />}
        figures={(persona) => (
          <PersonaFigures workspace={workspace} personaId={personaId} persona={persona} />
        )}
        mapActions={(persona) => <PutOnMap workspace={workspace} personaId={personaId} persona={persona} />}
      />
    </PersonaWays>
  );
}
