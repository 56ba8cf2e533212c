import type { EmotionPoint } from '../schema.ts';
import type { Curve as CurveOf } from './example-frame.ts';
import type { PersonaKey, StepKey } from './reimbursement-frame.ts';
import type { Said } from './said.ts';

type Curve = CurveOf<StepKey>;

/** Felt: placed by the participants of the workshop. Planned: what the company wants to be lived. */
export const curves: Readonly<Record<EmotionPoint['reading'], Readonly<Record<PersonaKey | 'all', Curve>>>> =
  {
    felt: {
      all: {
        rights: [0.6],
        send: [1.5],
        follow: [0.4],
        complete: [-1],
        silence: [-1.5, 0.8],
        payment: [1.8, 0.7],
        statement: [-0.3],
        contest: [-1.7, 0.7],
      },
      worrier: {
        rights: [1],
        send: [1.3],
        follow: [0.2, 0.6],
        complete: [-1.1, 0.7],
        silence: [-2.1, 1],
        payment: [1.5, 0.8],
        statement: [-0.8],
        contest: [-1.6, 0.9],
      },
      'self-reliant': {
        rights: [1.2],
        send: [2],
        follow: [1, 0.3],
        complete: [-0.3, 0.3],
        silence: [-0.6, 0.4],
        payment: [1.9],
        statement: [0.4],
        contest: [-1.1, 0.6],
      },
      hurried: {
        rights: [-0.4, 0.3],
        send: [1.7],
        follow: [-0.2, 0.3],
        complete: [-2, 0.9],
        silence: [-1.3, 0.7],
        payment: [2.1, 0.8],
        statement: [-0.6, 0.2],
        contest: [-2.3, 0.9],
      },
    },
    planned: {
      all: {
        rights: [1.3],
        send: [1.9],
        follow: [1.5],
        complete: [0.4],
        silence: [1],
        payment: [2.4],
        statement: [1.5],
        contest: [0.6],
      },
      worrier: {
        rights: [1.5],
        send: [1.8],
        follow: [1.6],
        complete: [0.6],
        silence: [1.2],
        payment: [2.3],
        statement: [1.6],
        contest: [0.9],
      },
      'self-reliant': {
        rights: [1.4],
        send: [2.2],
        follow: [1.6],
        complete: [0.4],
        silence: [0.8],
        payment: [2.3],
        statement: [1.6],
        contest: [0.5],
      },
      hurried: {
        rights: [0.9],
        send: [2.2],
        follow: [1.2],
        complete: [0.2],
        silence: [0.9],
        payment: [2.6],
        statement: [1.1],
        contest: [0.4],
      },
    },
  };

/** What the participants said while placing their point. */
export const feltNotes: Readonly<Partial<Record<PersonaKey, Readonly<Partial<Record<StepKey, Said>>>>>> = {
  worrier: {
    silence: {
      fr: '«\u202fLe cinquième jour, je me dis que la facture est perdue.\u202f»',
      en: '“By the fifth day I tell myself the bill is lost.”',
    },
    contest: {
      fr: '«\u202fJe ne demande pas plus, je demande pourquoi.\u202f»',
      en: '“I am not asking for more, I am asking why.”',
    },
  },
  'self-reliant': {
    send: {
      fr: '«\u202fTrente secondes, comme ça devrait toujours être.\u202f»',
      en: '“Thirty seconds, as it always should be.”',
    },
  },
  hurried: {
    complete: {
      fr: '«\u202fIls avaient dit qu’une photo suffisait.\u202f»',
      en: '“They said a photo was enough.”',
    },
    contest: {
      fr: '«\u202fTroisième conseiller, même question.\u202f»',
      en: '“Third adviser, same question.”',
    },
  },
};
