import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { type WayProps, type Ways, WaysProvider } from '#persona/web/ways.tsx';
import type { Workspace } from '#workspace/domain/schema.ts';
import { useText } from '../text.ts';

const WayLink = ({ href, ...rest }: WayProps) => <Link to={href} {...rest} />;

type PersonaWaysProps = { readonly workspace: Workspace; readonly children: ReactNode };

/** The addresses of the persona room, for its pages. */
export function PersonaWays({ workspace, children }: PersonaWaysProps) {
  const navigate = useNavigate();
  const ways = useMemo((): Ways => {
    const room = `/w/${workspace.id}/personas`;
    return {
      workspaceId: workspace.id,
      language: workspace.language,
      zone: workspace.zone,
      Link: WayLink,
      go: (href) => void navigate({ to: href }),
      gallery: room,
      persona: (personaId) => `${room}/${personaId}`,
      compare: (personaIds) =>
        personaIds.length === 0 ? `${room}/compare` : `${room}/compare?with=${personaIds.join('.')}`,
      segments: `${room}/segments`,
      recognise: `${room}/recognise`,
      training: `${room}/training`,
      discover: (uploadId, from) =>
        `${room}/discover${uploadId === undefined ? '' : `?table=${uploadId}${from === undefined ? '' : `&from=${from}`}`}`,
      discovery: (discoveryId) => `${room}/discover/${discoveryId}`,
      contacts: (listId) => `${room}/contacts${listId === undefined ? '' : `?list=${listId}`}`,
      contactList: (listId) => `${room}/contacts/${listId}`,
      questions: (modelId) => `${room}/questions${modelId === undefined ? '' : `?model=${modelId}`}`,
      questionnaire: (questionnaireId) => `${room}/questions/${questionnaireId}`,
      map: (mapId) => `/w/${workspace.id}/maps/${mapId}`,
    };
  }, [workspace, navigate]);
  return <WaysProvider ways={ways}>{children}</WaysProvider>;
}

/** Workspace › Personas. */
export function PersonaCrumbs({ workspace }: { readonly workspace: Workspace }) {
  const t = useText();
  return (
    <>
      <span>
        <Link to="/w/$workspaceId" params={{ workspaceId: workspace.id }}>
          {workspace.name}
        </Link>
      </span>
      <span>
        <Link to="/w/$workspaceId/personas" params={{ workspaceId: workspace.id }}>
          {t('nav.personas')}
        </Link>
      </span>
    </>
  );
}
