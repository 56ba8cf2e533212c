import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** Counters of one server, in Prometheus' text format. Labels never hold an id, a name or a path with ids. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'parcours_' });
  const requestSeconds = new Histogram({
    name: 'parcours_http_request_seconds',
    help: 'Time to answer, by method, kind of path and status',
    labelNames: ['method', 'area', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  const refusedRequests = new Counter({
    name: 'parcours_http_refused_total',
    help: 'Requests refused for their Host or Origin',
    registers: [registry],
  });
  const importedRows = new Counter({
    name: 'parcours_imported_rows_total',
    help: 'Rows read by imports, kept or set aside',
    labelNames: ['outcome'] as const,
    registers: [registry],
  });
  const openDocuments = new Gauge({
    name: 'parcours_open_documents',
    help: 'Documents open in live editing',
    registers: [registry],
  });
  return { registry, requestSeconds, refusedRequests, importedRows, openDocuments };
}
