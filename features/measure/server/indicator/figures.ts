import type { WorkspaceId } from '#kit/ids.ts';
import type { IndicatorBasis } from '#measure/domain/indicator/answer.ts';
import type { GroupTrend } from '#measure/domain/indicator/groups.ts';
import type { Grain } from '#measure/domain/indicator/periods.ts';
import type { TrendPoint } from '#measure/domain/indicator/trend.ts';

/** What the figures of an indicator are asked with. */
export type FigureQuestion = {
  readonly workspaceId: WorkspaceId;
  readonly grain: Grain;
  readonly zone: string;
  readonly minimum: number;
  /** Milliseconds since 1970. */
  readonly now: number;
};

/** Figures of one group of customers. */
export type GroupFigures = Pick<GroupTrend, 'key' | 'label' | 'personaId'> & { readonly figures: Figures };

/** Figures by period, the oldest first. */
export type Figures = {
  readonly periods: readonly (TrendPoint & { readonly start: number })[];
  readonly basis: IndicatorBasis;
};
