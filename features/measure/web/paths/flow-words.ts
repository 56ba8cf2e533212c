import type { FlowAnswer } from '#measure/domain/paths/answer.ts';
import type { FlowLink } from '#measure/domain/paths/flow.ts';
import { cell, type Twin } from './twin.tsx';
import type { PathsView } from './view.ts';

type Node = FlowLink['from'] | FlowLink['to'];

export const nodeName = ({ t, label }: Pick<PathsView, 't' | 'label'>, node: Node): string =>
  node.at === 'place' ? label(node.key) : t(`end.${node.at}`);

/** How many a link or a box stands for: by rank each journey is there once; on a process map it may come back. */
export function countWords({ t, format }: PathsView, passages: number, byRank: boolean): string {
  return t(byRank ? 'flow.count' : 'flow.passages', { count: passages, said: format.integer(passages) });
}

export function linkWords(view: PathsView, link: FlowLink): string {
  const { t, format } = view;
  const params = {
    from: nodeName(view, link.from),
    to: nodeName(view, link.to),
    count: countWords(view, link.passages, link.rank !== null),
  };
  return link.medianMilliseconds === null
    ? t('flow.band', { ...params, count: params.count })
    : t('flow.bandTime', { ...params, count: params.count, time: format.duration(link.medianMilliseconds) });
}

/** What the picture leaves out, in words. */
export function flowNotes(view: PathsView, answer: FlowAnswer, ranks: number): string[] {
  const { t, format, search, label } = view;
  const drawn = answer.places.filter(({ place }) => place.at === 'place').length;
  const others = answer.places.some(({ place }) => place.at === 'other');
  const outside = answer.basis.journeys - answer.drawn;
  const arrived = answer.links.some(({ to }) => to.at === 'arrived');
  const cut = ranks > 0 && answer.links.some(({ to }) => to.at === 'further');
  return [
    ...(ranks > 0 ? [] : [t('flow.sides')]),
    others ? t('flow.cut', { count: drawn }) : t('flow.cutAll'),
    ...(cut ? [t('flow.cutRanks', { ranks })] : []),
    ...(outside > 0
      ? [
          search.start === undefined
            ? t('flow.outside', { count: outside, said: format.integer(outside) })
            : t('flow.outsideStart', {
                count: outside,
                said: format.integer(outside),
                place: label(search.start),
              }),
        ]
      : []),
    ...(search.end !== undefined && !arrived ? [t('flow.noArrival', { place: label(search.end) })] : []),
  ];
}

/** Every link of the picture as a row, those most taken first within a rank. */
export function flowTwin(view: PathsView, links: readonly FlowLink[], caption: string): Twin {
  const { t, format } = view;
  const byRank = links.some(({ rank }) => rank !== null);
  return {
    caption,
    columns: [
      ...(byRank ? [{ key: 'rank', header: t('flow.rankHead'), figures: true }] : []),
      { key: 'from', header: t('flow.from'), names: true },
      { key: 'to', header: t('flow.to') },
      { key: 'passages', header: t('flow.passagesHead'), figures: true },
      { key: 'journeys', header: t('flow.journeysHead'), figures: true },
      { key: 'median', header: t('flow.medianHead'), figures: true },
    ],
    rows: links.map(({ rank, from, to, passages, journeys, medianMilliseconds }) => [
      ...(rank !== null ? [cell(String(rank))] : []),
      cell(nodeName(view, from)),
      cell(nodeName(view, to)),
      cell(format.integer(passages), passages),
      cell(format.integer(journeys), journeys),
      medianMilliseconds === null
        ? cell('', '')
        : cell(format.duration(medianMilliseconds), Math.round(medianMilliseconds)),
    ]),
  };
}
