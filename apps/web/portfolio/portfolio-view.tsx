import { Link } from '@tanstack/react-router';
import type { MapSummary } from '#journey/contract.ts';
import { type PortfolioNode, portfolio } from '#journey/domain/portfolio/portfolio.ts';
import { Pill } from '#ui/pill.tsx';
import { MapMiniature } from '../maps/map-miniature.tsx';
import { useText as useAppText } from '../text.ts';
import { MapLink } from './map-link.tsx';
import classes from './portfolio.module.css';
import { useText } from './text.ts';

type PortfolioViewProps = { readonly workspaceId: string; readonly maps: readonly MapSummary[] };

/** J7: all maps as trees: under each map its to-be and the maps that tell its stages. */
export function PortfolioView({ workspaceId, maps }: PortfolioViewProps) {
  const t = useText();
  const trees = portfolio(maps);
  const linked = trees.some(({ children }) => children.length > 0);
  return (
    <>
      <p className={classes.hint}>{t(linked ? 'tree.lead' : 'tree.none')}</p>
      <ul className={classes.trees}>
        {trees.map((node) => (
          <Node key={node.map.id} workspaceId={workspaceId} node={node} above={null} />
        ))}
      </ul>
    </>
  );
}

type NodeProps = {
  readonly workspaceId: string;
  readonly node: PortfolioNode<MapSummary>;
  readonly above: MapSummary | null;
};

function Node({ workspaceId, node, above }: NodeProps) {
  const t = useText();
  const app = useAppText();
  const { map, as, stageTitle, children } = node;
  const said =
    as === 'sub' ? (stageTitle ? t('tree.sub', { stage: stageTitle }) : t('tree.subPlain')) : t(`tree.${as}`);
  return (
    <li className={classes.node}>
      <div className={classes.card}>
        <MapMiniature curve={map.curve} />
        <div className={classes.words}>
          <p className={classes.as}>{as === 'top' ? app(`kind.${map.kind}`) : said}</p>
          <p className={classes.name}>
            <MapLink workspaceId={workspaceId} map={map} />
          </p>
          <p className={classes.hint}>
            {[app('maps.steps', { count: map.steps }), app('maps.cards', { count: map.cards })].join(' · ')}
          </p>
        </div>
        <div className={classes.side}>
          <Pill>{app(`state.${map.state}`)}</Pill>
          {as === 'to-be' && above && (
            <Link
              to="/w/$workspaceId/maps/$mapId/compare"
              params={{ workspaceId, mapId: map.id }}
              search={{ with: above.id }}
              aria-label={t('links.compareWith', { title: map.title || t('untitled') })}
            >
              {t('links.compare')}
            </Link>
          )}
        </div>
      </div>
      {children.length > 0 && (
        <ul className={classes.under}>
          {children.map((child) => (
            <Node key={child.map.id} workspaceId={workspaceId} node={child} above={map} />
          ))}
        </ul>
      )}
    </li>
  );
}
