import { z } from 'zod';
import { endpoint } from '#kit/contract.ts';
import { workspaceIdSchema } from '#kit/ids.ts';
import { localeSchema } from '#kit/locale.ts';
import { monthSchema, reportSchema } from './domain/report/report.ts';

/** A month of the workspace; without one, the last that is over. */
const ofMonth = z.object({ workspaceId: workspaceIdSchema, month: monthSchema.optional() });

/** The monthly report of the CX committee. */
export const reportContract = {
  report: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/committee-report',
    'measure.read',
    'What the indicators say of a month: what moved beyond noise, what is out of the ordinary',
  )
    .input(ofMonth)
    .output(reportSchema),
  reportPdf: endpoint(
    'GET',
    '/v1/workspaces/{workspaceId}/committee-report/pdf',
    'measure.read',
    'The same to print: A4, vector PDF with selectable text',
  )
    .input(ofMonth.extend({ language: localeSchema.default('fr') }))
    .output(z.file()),
};
