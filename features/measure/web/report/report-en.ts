export const reportEn = {
  title: 'Report for the CX committee',
  titleOf: 'CX committee, {{month}}',
  file: 'CX committee {{month}}',
  facts: '{{workspace}} · made on {{day}}',
  simulated: 'simulated data',
  loading: 'Computing…',
  pdf: 'Save as PDF',
  print: 'Print',
  month: 'Month',
  earlier: 'Month before',
  later: 'Month after',
  lead: {
    none: 'No indicator is followed yet, so there is nothing to report. Follow a figure first.',
    moved_one: '{{count}} indicator of {{all}} has moved beyond noise.',
    moved_other: '{{count}} indicators of {{all}} have moved beyond noise.',
    still: 'None of the {{all}} indicators has moved beyond noise.',
    look_one: '{{count}} is to be looked at.',
    look_other: '{{count}} are to be looked at.',
  },
  sections: {
    moved: 'What moved beyond noise',
    look: 'What to look at',
    steady: 'What has not moved beyond noise',
    silent: 'Without a figure this month',
  },
  silent: 'No period that is over ends in this month.',
  movedWell: 'That is the good way.',
  movedBadly: 'That is the wrong way.',
  notes: {
    noise_one:
      'Beyond noise: the difference with the period before leaves out zero at 95%, corrected for {{count}} comparison (Benjamini–Hochberg).',
    noise_other:
      'Beyond noise: the difference with the period before leaves out zero at 95%, corrected for {{count}} comparisons (Benjamini–Hochberg).',
    over: 'Only periods that are over are told. A difference says that a figure moved, not why.',
  },
  journeys: 'Journeys begun in this period',
};
