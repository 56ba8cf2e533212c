import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ApiProblem } from '#client/api.ts';
import { ApiProvider } from '#client/react.tsx';
import { currentLocale, LocaleProvider } from '#ui/i18n.ts';
import { ThemeProvider } from '#ui/theme/provider.tsx';
import { router } from './router.tsx';

const api = { baseUrl: window.location.origin, locale: currentLocale };

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What was shown stays on screen while it is asked for again; two parts of one page ask once.
      staleTime: 1000,
      // What the server refused, it will refuse again; a lost connection may come back.
      retry: (failures, error) => failures < 2 && !(error instanceof ApiProblem && error.details.status > 0),
    },
  },
});

export function App() {
  return (
    <LocaleProvider>
      <ThemeProvider>
        <ApiProvider options={api}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ApiProvider>
      </ThemeProvider>
    </LocaleProvider>
  );
}
