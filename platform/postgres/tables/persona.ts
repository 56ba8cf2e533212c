import {
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import { bytea, moment } from '../columns.ts';

/** A rule-based slice of the customer base: see `segmentSchema`. */
export const segmentTable = pgTable(
  'segment',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull(),
    conditions: jsonb('conditions').$type<unknown>().notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** One cell of the persona × segment matrix. Personas are documents: whether one is still there is asked when reading. */
export const personaShareTable = pgTable(
  'persona_share',
  {
    workspaceId: text('workspace_id').notNull(),
    segmentId: text('segment_id').notNull(),
    personaId: text('persona_id').notNull(),
    /** 0 … 1 of the customers of the segment. */
    share: doublePrecision('share').notNull(),
    source: text('source').notNull(),
    n: integer('n'),
    /** YYYY-MM-DD. */
    date: text('date').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.segmentId, table.personaId] }),
    foreignKey({
      name: 'persona_share_segment_fk',
      columns: [table.workspaceId, table.segmentId],
      foreignColumns: [segmentTable.workspaceId, segmentTable.id],
    }).onDelete('cascade'),
  ],
);

/** A situation of the training quiz, its right persona and why. */
export const quizQuestionTable = pgTable(
  'quiz_question',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    situation: text('situation').notNull(),
    personaId: text('persona_id').notNull(),
    explanation: text('explanation').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);

/** Every answer somebody gave, in the order they gave them. Read by that person only. */
export const quizAnswerTable = pgTable(
  'quiz_answer',
  {
    workspaceId: text('workspace_id').notNull(),
    person: text('person').notNull(),
    position: integer('position').generatedAlwaysAsIdentity(),
    questionId: text('question_id').notNull(),
    /** The persona they took it for. */
    personaId: text('persona_id').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.person, table.position] }),
    foreignKey({
      name: 'quiz_answer_question_fk',
      columns: [table.workspaceId, table.questionId],
      foreignColumns: [quizQuestionTable.workspaceId, quizQuestionTable.id],
    }).onDelete('cascade'),
    index('quiz_answer_by_question').on(table.workspaceId, table.questionId),
  ],
);

/** Pictures of personas. The id is a fingerprint of the bytes: the same picture twice is kept once, and never changes. */
export const personaPictureTable = pgTable(
  'persona_picture',
  {
    workspaceId: text('workspace_id').notNull(),
    id: text('id').notNull(),
    type: text('type').notNull(),
    data: bytea('data').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.id] })],
);
