import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { daySchema } from '../../kernel/day.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { stageSchema } from '../contracts/stage.ts';
import { readFailures } from '../reading/model.ts';
import { userIdSchema } from '../vault/model.ts';
import {
  templateContentSchema,
  templateGroupIdSchema,
  templateGroupSchema,
  templateIdSchema,
  templateRecordSchema,
  templateSchema,
  templateSummarySchema,
  templateVersionIdSchema,
  versionNotesSchema,
  versionRecordSchema,
} from './model.ts';
import { packPreviewSchema } from './pack.ts';
import { foundTemplateSchema } from './found-template.ts';
import { templateProblemSchema } from './template-problems.ts';

const text = ['clauses'] as const;
const words = z.string().trim().max(1000);
const ofVersion = z.object({ versionId: templateVersionIdSchema, revision: z.int().positive() });
const changes = ['templates'] as const;
const draftErrors = ['NOT_FOUND', 'NOT_MAINTAINER', 'NO_SUCH_STEP', 'CHANGED_MEANWHILE'] as const;

export const templatesOperations = {
  list: query({
    input: nothing,
    output: z.array(templateSummarySchema).readonly(),
    errors: [],
    access: 'templates.read',
  }),
  get: query({
    input: z.object({ versionId: templateVersionIdSchema }).readonly(),
    output: templateSchema,
    errors: ['NOT_FOUND'],
    access: 'templates.read',
    compartments: text,
  }),
  /** Every template with all its versions, for those who keep them. */
  catalogue: query({ input: nothing, output: z.array(templateRecordSchema).readonly(), errors: [], access: 'templates.read' }),
  /** A version with its record, what people said of it, and what is wrong with its text. */
  version: query({
    input: z.object({ versionId: templateVersionIdSchema }).readonly(),
    output: z
      .object({
        content: templateContentSchema,
        record: versionRecordSchema,
        template: templateRecordSchema,
        notes: versionNotesSchema,
        problems: z.array(templateProblemSchema).readonly(),
        /** Whether anybody besides this person may publish; without one, publishing takes a reason. */
        hasSecondPerson: z.boolean(),
      })
      .readonly(),
    errors: ['NOT_FOUND'],
    access: 'templates.read',
    compartments: text,
  }),
  /** Begins a draft: the next version of a template, or a template of its own with another's text or with a given one. */
  startDraft: command({
    input: z
      .discriminatedUnion('from', [
        z.object({ from: z.literal('version'), versionId: templateVersionIdSchema, isNewTemplate: z.boolean() }).readonly(),
        z.object({ from: z.literal('content'), content: templateContentSchema }).readonly(),
      ]),
    output: z.object({ versionId: templateVersionIdSchema }).readonly(),
    errors: ['NOT_FOUND', 'NOT_MAINTAINER', 'DRAFT_EXISTS'],
    access: 'templates.write',
    compartments: text,
    changes,
  }),
  saveDraft: command({
    input: ofVersion.extend({ content: templateContentSchema, changeNote: words }).readonly(),
    output: z.object({ revision: z.int() }).readonly(),
    errors: draftErrors,
    access: 'templates.write',
    compartments: text,
    changes,
  }),
  discardDraft: command({ input: ofVersion.readonly(), output: z.null(), errors: draftErrors, access: 'templates.write', compartments: text, changes }),
  /** Hands a draft to somebody else to be looked at; not while its text has a problem that blocks. */
  submit: command({ input: ofVersion.readonly(), output: z.null(), errors: [...draftErrors, 'TEMPLATE_PROBLEMS'], access: 'templates.write', compartments: text, changes }),
  sendBack: command({
    input: ofVersion.extend({ comment: words.min(2) }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'NO_SUCH_STEP', 'CHANGED_MEANWHILE'],
    access: 'templates.publish',
    compartments: text,
    changes,
  }),
  /** Puts a version into use; the one before is superseded. `reason` is needed where nobody else may publish. */
  publish: command({
    input: ofVersion.extend({ reason: words }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'NO_SUCH_STEP', 'CHANGED_MEANWHILE', 'SECOND_PERSON_NEEDED', 'REASON_MISSING', 'TEMPLATE_PROBLEMS'],
    access: 'templates.publish',
    compartments: text,
    changes,
  }),
  /** Takes the published version out of use; contracts made from it keep their text. */
  retire: command({ input: ofVersion.readonly(), output: z.null(), errors: draftErrors, access: 'templates.publish', compartments: text, changes }),
  /** REVIEW_NOT_AHEAD: what was looked through would be due again at once. */
  saveKeeping: command({
    input: z
      .object({ templateId: templateIdSchema, revision: z.int().positive(), groupId: templateGroupIdSchema.nullable(), ownerId: userIdSchema.nullable(), nextReviewOn: daySchema.nullable(), isReviewed: z.boolean() })
      .readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'NOT_MAINTAINER', 'CHANGED_MEANWHILE', 'REVIEW_NOT_AHEAD'],
    access: 'templates.write',
    changes,
  }),
  /** `absent`: those of the maintainers who can't open the vault now. */
  groups: query({ input: nothing, output: z.array(templateGroupSchema.unwrap().extend({ absent: z.array(z.object({ id: userIdSchema, name: z.string() }).readonly()).readonly() }).readonly()).readonly(), errors: [], access: 'templates.read' }),
  saveGroup: command({
    input: z.object({ id: templateGroupIdSchema.nullable(), name: z.string().trim().min(1).max(60), maintainerIds: z.array(userIdSchema).max(100).readonly() }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'NOT_MAINTAINER'],
    access: 'templates.publish',
    changes,
  }),
  /** Contracts that are not over and stand on a version that is no longer in use. */
  superseded: query({
    input: nothing,
    output: z
      .array(
        z
          .object({ contractId: contractIdSchema, number: z.string(), title: z.string(), stage: stageSchema, templateId: templateIdSchema, versionNumber: z.int(), presentVersionNumber: z.int().nullable() })
          .readonly(),
      )
      .readonly(),
    errors: [],
    access: 'templates.read',
  }),
  /** Reads a file as a template to begin with; null when no file was picked. */
  readFile: query({
    input: nothing,
    output: foundTemplateSchema.nullable(),
    errors: readFailures,
    access: 'templates.write',
    compartments: text,
  }),
  /** Writes versions to a file that the person picks, signed with their own certificate; null when cancelled. */
  exportPack: command({
    input: z.object({ versionIds: z.array(templateVersionIdSchema).min(1).max(100).readonly() }).readonly(),
    output: z.object({ fileName: z.string(), templates: z.int() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'NO_IDENTITY', 'TARGET_MISSING'],
    access: 'templates.write',
    compartments: text,
  }),
  /** Reads a pack and says who signed it; nothing is taken over. Null when no file was picked. */
  openPack: query({
    input: nothing,
    output: packPreviewSchema.nullable(),
    errors: ['PACK_UNREADABLE', 'PACK_CHANGED', 'FILE_MISSING'],
    access: 'templates.write',
    compartments: text,
  }),
  /** Takes the chosen templates of an opened pack over as drafts. */
  importPack: command({
    input: z.object({ pickId: packPreviewSchema.unwrap().shape.pickId, chosen: z.array(z.int().nonnegative()).min(1).max(100).readonly() }).readonly(),
    output: z.object({ drafts: z.int() }).readonly(),
    errors: ['PACK_UNREADABLE', 'PACK_CHANGED', 'FILE_MISSING', 'PICK_EXPIRED'],
    access: 'templates.write',
    compartments: text,
    changes,
  }),
} as const;
