import { useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp, IconLayoutSidebarRight, IconSearch } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { Choice } from '#ui/choice.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { LinkMark } from '#ui/live/link-mark.tsx';
import type { LinkStatus } from '#ui/live/link-status.ts';
import { PageHeader } from '#ui/page-header.tsx';
import { Pill } from '#ui/pill.tsx';
import type { Entry } from '../../domain/outline.ts';
import type { JourneyMap, MapPersona } from '../../domain/schema.ts';
import classes from '../map-page.module.css';
import { LockButton } from '../talk/lock-button.tsx';
import { TalkButton } from '../talk/talk-button.tsx';
import { useText } from '../text.ts';
import { CompareButton } from '../tools/compare-button.tsx';
import { FilterButton, FindOpener } from '../tools/filter-button.tsx';
import type { MapLook } from '../tools/look.ts';
import { useMapContext } from '../view/map-context.ts';
import { MapTitle } from './map-title.tsx';

type MapBarProps = {
  readonly title: string;
  readonly state: JourneyMap['state'];
  readonly locked: boolean;
  readonly readOnly: boolean;
  readonly personas: readonly Entry<MapPersona>[];
  readonly personaId: string | null;
  readonly onPersona: (personaId: string | null) => void;
  readonly status: LinkStatus;
  readonly people: ReactNode;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
  readonly crumbs: ReactNode;
  readonly way: ReactNode;
  readonly review: ReactNode;
  readonly cardsNow: () => JourneyMap['cards'];
  readonly look: MapLook;
  readonly onLook: (patch: Partial<MapLook>) => void;
  readonly toolbar: ReactNode;
};

/**
 * The bar of the map: which map, seen by whom, with whom, and what can be done. One line on a desk, two on a telephone,
 * where the second one slides. Letters typed below do not redraw it.
 */
export const MapBar = memo(function MapBar(props: MapBarProps) {
  const { title, state, personas, personaId, onPersona, status, people, folded, onFold } = props;
  const { editor } = useMapContext();
  const t = useText();
  const narrow = useMediaQuery('(max-width: 40em)') ?? false;
  const marks = (
    <>
      <Pill>{t(`state.${state}`)}</Pill>
      <LockButton locked={props.locked} readOnly={props.readOnly} />
      {personas.length > 0 && (
        <Choice
          label={t('personas.label')}
          options={[
            { value: '', label: t('personas.all') },
            ...personas.map(([id, persona]) => ({
              value: id,
              label: <span className={classes.persona}>{persona.name || t('nothing.persona')}</span>,
              dot: `var(--persona-${persona.colour})`,
            })),
          ]}
          value={personaId ?? ''}
          onChange={(value) => onPersona(value === '' ? null : value)}
        />
      )}
      <CompareButton personas={personas} look={props.look} onLook={props.onLook} />
    </>
  );
  const history = (
    <>
      <IconButton
        label={t('toolbar.undo')}
        icon={<IconArrowBackUp />}
        disabled={!props.canUndo}
        onClick={editor.undo}
      />
      <IconButton
        label={t('toolbar.redo')}
        icon={<IconArrowForwardUp />}
        disabled={!props.canRedo}
        onClick={editor.redo}
      />
    </>
  );
  const looking = (
    <>
      <FindOpener icon={<IconSearch />} />
      <FilterButton cardsNow={props.cardsNow} look={props.look} onLook={props.onLook} />
    </>
  );
  const heading = <MapTitle title={title} onText={editor.rename} />;
  if (narrow) {
    return (
      <>
        <PageHeader
          title={heading}
          oneLine
          actions={
            <>
              <LinkMark status={status} terse />
              <span className={classes.tools}>{history}</span>
              <TalkButton />
              {props.toolbar}
            </>
          }
        />
        <div className={classes.marks}>
          {people}
          {props.way}
          {props.review}
          <span className={classes.tools}>{looking}</span>
          {marks}
        </div>
      </>
    );
  }
  return (
    <PageHeader
      crumbs={props.crumbs}
      title={heading}
      marks={marks}
      oneLine
      actions={
        <>
          <LinkMark status={status} terse />
          {people}
          <span className={classes.tools}>
            {history}
            {looking}
            <IconButton
              label={t(folded ? 'toolbar.details' : 'toolbar.hideDetails')}
              aria-expanded={!folded}
              icon={<IconLayoutSidebarRight />}
              onClick={() => onFold(!folded)}
            />
          </span>
          <TalkButton />
          {props.review}
          {props.toolbar}
        </>
      }
    />
  );
});
