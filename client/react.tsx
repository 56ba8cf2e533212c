import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Api, type ApiOptions, createApi } from './api.ts';

type ApiInReach = {
  /** The client itself: `await api.journey.create({ … })`. */
  readonly api: Api;
  /** The same endpoints for TanStack Query: `useQuery(query.journey.list.queryOptions({ input }))`. */
  readonly query: ReturnType<typeof createTanstackQueryUtils<Api>>;
  readonly options: ApiOptions;
};

const ApiContext = createContext<ApiInReach | null>(null);

export function ApiProvider({
  options,
  children,
}: {
  readonly options: ApiOptions;
  readonly children: ReactNode;
}) {
  const value = useMemo(() => {
    const api = createApi(options);
    return { api, query: createTanstackQueryUtils(api), options };
  }, [options]);
  return <ApiContext value={value}>{children}</ApiContext>;
}

/** The API of the server these pages came from. */
export function useApi(): ApiInReach {
  const value = useContext(ApiContext);
  if (value === null) throw new Error('useApi outside ApiProvider');
  return value;
}
