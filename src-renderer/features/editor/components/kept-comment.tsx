import { z } from 'zod';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { CommentForm, type CommentFormParts } from '../../../ui/document-editor/panels/comment-form.tsx';
import type { BegunComment } from '../../../ui/document-editor/panels/comment-list.tsx';

interface CommentTyped {
  readonly text: string;
}

const fields: FieldsOf<CommentTyped> = { text: z.string() };
const reply = ' reply';

/** What a comment under way is kept as; `begunAbout` reads it. */
function aboutOf({ id, isReply }: BegunComment): string {
  return isReply ? `${id}${reply}` : id;
}

export function begunAbout(about: string): BegunComment {
  return about.endsWith(reply) ? { id: about.slice(0, -reply.length), isReply: true } : { id: about, isReply: false };
}

interface KeptCommentProps extends CommentFormParts {
  readonly contractId: ContractId;
  readonly begun: BegunComment;
}

/** A comment as it is being written; it outlasts a lock. */
export function KeptComment({ contractId, begun, onSubmit, onCancel, ...words }: KeptCommentProps) {
  const about = aboutOf(begun);
  return (
    <KeptForm key={about} of={{ contractId, dialog: 'comment', about }} fields={fields} fresh={() => ({ text: '' })}>
      {(kept) => (
        <CommentForm
          {...words}
          text={kept.typed.text}
          onText={(text) => kept.change({ text })}
          notice={kept.notice}
          status={kept.status}
          onSubmit={(text) => {
            kept.forget();
            onSubmit(text);
          }}
          onCancel={() => {
            kept.forget();
            onCancel();
          }}
        />
      )}
    </KeptForm>
  );
}
