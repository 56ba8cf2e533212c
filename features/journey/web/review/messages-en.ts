/** The words of the method review. */
export const en = {
  title: 'Review',
  lead: 'The map read as a consultant would.',
  summary: {
    fix_one: '{{count}} point to fix',
    fix_other: '{{count}} points to fix',
    improve_one: '{{count}} to strengthen',
    improve_other: '{{count}} to strengthen',
    consider_one: '{{count}} question',
    consider_other: '{{count}} questions',
  },
  severity: {
    fix: 'To fix',
    improve: 'To strengthen',
    consider: 'To consider',
  },
  filter: 'Show',
  only: {
    all: 'All',
    fix: 'Fix',
    improve: 'Strengthen',
    consider: 'Questions',
  },
  remedy: 'Remedy',
  go: 'See on the map:',
  dismiss: 'Dismiss',
  dismissOne: 'Dismiss: {{place}}',
  reason: 'Why dismiss it?',
  reasonHint: 'Your reason stays on the map, for whoever reviews it next.',
  reasonMissing: 'Say why, in a few words.',
  keepIt: 'Keep it',
  suggest: 'Rename “{{title}}”',
  more_one: 'Show the other one',
  more_other: 'Show the {{count}} others',
  fewer: 'Show fewer',
  wholeMap: 'The whole map',
  inStep: 'in “{{step}}”',
  lastSeen: 'last taken in “{{step}}”',
  dismissed_one: '{{count}} dismissed remark',
  dismissed_other: '{{count}} dismissed remarks',
  by: '{{author}}, {{date}}',
  anonymous: 'Somebody',
  restore: 'Take up again',
  said: {
    dismissed: 'Remark dismissed.',
    restored: 'Remark taken up again.',
    renamed: 'Stage renamed.',
  },
  none: 'Nothing to add',
  noneText:
    'The map holds: stages are lived, statements have their evidence, each moment of truth has its opportunity.',
  empty: 'Nothing to review yet',
  emptyText:
    'The review begins with the first cards: write what the customer does, and it will say what is missing.',
  noneHere: 'Nothing of this kind.',
  nothing: {
    stage: 'untitled stage',
    step: 'untitled step',
    card: 'empty card',
    touchpoint: 'unnamed touchpoint',
    persona: 'unnamed persona',
    objective: 'objective without words',
  },
  rule: {
    'stage-not-first-person': {
      company: {
        title: 'Stage told by the company',
        why: 'This title speaks of your work, not of what the customer lives. The map then reads like a procedure, and nobody sees themselves in it.',
        remedy: 'Say what the customer does, in the first person: “I wait for the answer”.',
      },
      nobody: {
        title: 'Stage that nobody tells',
        why: 'A noun alone does not say who acts. In the first person, one sees at once whether the customer really lives this stage.',
        remedy: 'Begin with “I”: “I compare” rather than “Comparison”.',
      },
      untitled: {
        title: 'Stage without a title',
        why: 'Cards are written here, but nothing says what the customer does. Without a title, the stage can be neither shown nor compared.',
        remedy: 'Give it a title in the first person.',
      },
    },
    'too-many-stages': {
      main: {
        title: 'Many stages for a first map',
        why: 'This map has {{count}} stages. Past {{most}}, a first map is seldom finished and can no longer be read at a glance.',
        remedy: 'Keep the main stages, and tell one of them in detail in a map of its own.',
      },
    },
    'empty-step': {
      main: {
        title: 'Empty step',
        why: 'Nothing is written here, while the rest of the map is filled in. Either the customer lives nothing there, or nobody asked.',
        remedy: 'Ask a customer, or remove the step.',
      },
    },
    'step-without-interaction': {
      main: {
        title: 'Step without a meeting',
        why: 'The customer does something but meets nobody, neither channel nor adviser. This is often where calls and drop-outs begin.',
        remedy: 'Add the touchpoint that was forgotten, or the one that should exist.',
      },
      moment: {
        title: 'Moment of truth without a meeting',
        why: 'This is where the relation can turn, and the customer is alone. What they remember is decided without you.',
        remedy: 'Add the touchpoint through which you can be there.',
      },
    },
    'touchpoint-without-channel': {
      main: {
        title: 'Touchpoint without a channel',
        why: 'One cannot tell which way the customer takes. Without a channel, this touchpoint cannot be measured nor entrusted to anybody.',
        remedy: 'Choose a channel, or name your own.',
      },
      untitled: {
        title: 'Touchpoint without name or channel',
        why: 'There is a meeting, but one cannot tell which. A cell filled in this way reassures and says nothing.',
        remedy: 'Name it and choose its channel, or remove it.',
      },
    },
    'duplicate-touchpoints': {
      'same-events': {
        title: 'One event, several messages',
        why: 'These touchpoints are bound to the same events: for the customer, only one thing happened. News told twice worries or wearies.',
        remedy: 'Keep the message the customer expects, or say what the other one is good for.',
      },
      'same-step': {
        title: 'Several messages in one step',
        why: 'The company writes several times in a row here. The customer may see only one event in it.',
        remedy: 'Read them as if you received them, and merge those that say the same.',
      },
    },
    'channel-lost-after-purchase': {
      main: {
        title: 'Channel that disappears afterwards',
        why: 'Customers take this channel before or during, and find it nowhere after. They will go on looking for help there.',
        remedy: 'Offer it afterwards too, or say clearly where to turn.',
      },
    },
    'statement-without-evidence': {
      claimed: {
        title: 'Called proven, without proof',
        why: 'The card is marked as proven and shows nothing for it. One such statement casts doubt on all the others.',
        remedy: 'Add the proof, or mark the card as assumed.',
      },
      heavy: {
        title: 'Weighty statement, without proof',
        why: 'The team gives it much weight and nobody has checked it. This is where money may be spent in vain.',
        remedy: 'Check it first: three interviews or one figure are often enough.',
      },
      assumed: {
        title: 'Assumed statements',
        why: 'They come from the team, not from customers. That is fine to begin with, as long as one knows which to check.',
        remedy: 'Choose those that matter most, and ask customers.',
      },
    },
    'evidence-past-date': {
      past: {
        title: 'Evidence past its date',
        why: 'The most recent evidence is over a year old. What customers live may have changed, and the map still says it in the present.',
        remedy: 'Look for recent evidence, or mark the card as assumed again.',
      },
      undated: {
        title: 'Evidence without a date',
        why: 'Nothing says when this evidence was gathered. Nobody will know when it has aged.',
        remedy: 'Note the date of the interview or of the figure.',
      },
    },
    'one-sided': {
      'only-pains': {
        title: 'Irritants only',
        why: 'The map has {{count}} irritants and no delight. While repairing, one may remove what customers already love.',
        remedy: 'Ask customers what they would not want to lose.',
      },
      'only-delights': {
        title: 'Delights only',
        why: 'The map has {{count}} delights and no irritant. A map that disturbs nobody decides nothing.',
        remedy: 'Read the complaints again, or ask those who answer the telephone.',
      },
    },
    'persona-without-curve': {
      none: {
        title: 'Persona without a curve',
        why: 'This persona is on the map and one cannot tell what they feel. Nothing shows how their journey differs from the others.',
        remedy: 'Draw what they feel, at three steps at least.',
      },
      'one-point': {
        title: 'Curve of a single point',
        why: 'A single point says neither rise nor fall. Yet it is the change that people notice and tell.',
        remedy: 'Place at least one other point.',
      },
    },
    'low-point-unexplained': {
      main: {
        title: 'Unexplained low point',
        why: 'The curve goes very low, and neither an irritant nor a note says why. Whoever reads the map in six months will not know.',
        remedy: 'Write the irritant, or the words you heard, on the point.',
      },
    },
    'moment-without-opportunity': {
      main: {
        title: 'Moment of truth without an opportunity',
        why: 'The relation can turn here and nothing is proposed. This is where an effort is noticed most.',
        remedy: 'Add an opportunity to this step, however modest.',
      },
    },
    'expectation-unanswered': {
      main: {
        title: 'Unanswered expectation',
        why: 'On the to-be map, nothing answers this expectation: no solution, no delight, no link. The journey will change without giving what was asked for.',
        remedy: 'Add the solution, link it, or say that the expectation is met.',
      },
      dropped: {
        title: 'Expectation forgotten on the way',
        why: 'It was disappointed on the as-is map, and the to-be no longer mentions it. It will not go away by itself.',
        remedy: 'Take it up on the to-be map, with what answers it.',
      },
    },
    'no-objective': {
      main: {
        title: 'Map without an objective',
        why: 'Nothing says what this map should change. One can neither choose between two ideas nor say whether the effort paid off.',
        remedy: 'Add an objective, with a figure and a date.',
      },
    },
    'objective-without-figure': {
      nothing: {
        title: 'Objective without a figure',
        why: 'No figure will tell whether it is reached. Everyone may believe that it is.',
        remedy: 'Give a starting point, a target and a date.',
      },
      'no-target': {
        title: 'Objective without a target',
        why: 'One knows where it starts, not where it should go. Without a target, any progress is enough, or none.',
        remedy: 'Set the value to reach, and by when.',
      },
      'no-start': {
        title: 'Objective without a starting point',
        why: 'The target is said, today’s value is not. Nobody will be able to show how far you have come.',
        remedy: 'Note the present value, or bind the objective to a measure.',
      },
    },
  },
} as const;
