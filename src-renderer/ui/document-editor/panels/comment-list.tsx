import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ButtonBase from '@mui/material/ButtonBase';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { useCallback, useState, type ReactNode } from 'react';
import type { Comment } from '#shared/features/editor/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { EmptyState } from '../../empty-state.tsx';
import { useKeptPlace } from '../../use-kept-place.ts';
import { commentPlaces, unmarkComment, type CommentPlace } from '../comments.ts';
import { shownWords } from '../shown-words.ts';
import type { Surface } from '../surface.ts';
import { useText } from '../use-text.ts';
import type { CommentFormParts } from './comment-form.tsx';

/** A comment that is being written: of the mark with an id, or in answer to the comment with it. */
export interface BegunComment {
  readonly id: string;
  readonly isReply: boolean;
}

interface CommentListProps {
  readonly surface: Surface;
  readonly comments: readonly Comment[];
  readonly author: string;
  /** What is being said: of words that were marked and wait for it, or in answer to a comment. */
  readonly begun: BegunComment | null;
  readonly onBegin: (begun: BegunComment) => void;
  readonly onEnd: () => void;
  /** Asks for the words. */
  readonly renderForm: (begun: BegunComment, form: CommentFormParts) => ReactNode;
  readonly onChange: (comments: readonly Comment[]) => void;
}

/** What is said about words of the text, with answers; what is settled is shown on demand. */
export function CommentList({ surface, comments, author, begun, onBegin, onEnd, renderForm, onChange }: CommentListProps) {
  const translate = useTranslate();
  const [showsResolved, setShowsResolved] = useState(false);
  const read = useCallback((doc: ProseMirrorNode) => commentPlaces(doc, shownWords(doc, surface.context())), [surface]);
  const places = useText(surface, read, 250);
  const placeOf = (id: string) => places.find((place) => place.id === id);
  const resolved = comments.filter(({ resolvedAt }) => resolvedAt !== null).length;
  const shown = comments
    .filter(({ id, resolvedAt }) => showsResolved || resolvedAt === null || begun?.id === id)
    .toSorted((one, other) => (placeOf(one.id)?.from ?? Infinity) - (placeOf(other.id)?.from ?? Infinity));
  const { ref, mark } = useKeptPlace<HTMLDivElement>();
  const change = (changed: Comment) => {
    mark();
    onChange(comments.map((one) => (one.id === changed.id ? changed : one)));
  };
  // An answer to what is gone stands for itself.
  const isOnItsOwn = begun !== null && !(begun.isReply && comments.some(({ id }) => id === begun.id));
  const end = () => {
    onEnd();
    surface.editor.commands.focus();
  };
  const begin = (text: string) => {
    if (begun !== null) onChange([...comments, newComment(begun.id, author, text)]);
    end();
  };
  const giveUp = () => {
    if (begun !== null) unmarkComment(surface.editor, begun.id);
    end();
  };
  const remove = (id: string) => {
    mark();
    unmarkComment(surface.editor, id);
    onChange(comments.filter((one) => one.id !== id));
  };
  return (
    <Stack ref={ref} tabIndex={-1} spacing={2}>
      {isOnItsOwn && renderForm(begun, { label: translate('documentEditor.comment.text'), submitLabel: translate('documentEditor.comment.save'), onSubmit: begin, onCancel: giveUp })}
      {resolved > 0 && (
        <FormControlLabel control={<Switch size="small" checked={showsResolved} onChange={(_, isOn) => setShowsResolved(isOn)} />} label={translate('documentEditor.comment.showResolved', { count: resolved })} />
      )}
      {shown.length === 0 && begun === null && <EmptyState title={translate('documentEditor.comment.none')} body={translate('documentEditor.comment.noneBody')} />}
      <Stack component="ul" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((comment) => (
          <CommentItem
            key={comment.id}
            comment={comment}
            place={placeOf(comment.id) ?? null}
            onGo={({ from, to }) => surface.goTo(from, to)}
            onReply={() => onBegin({ id: comment.id, isReply: true })}
            form={
              begun?.isReply === true &&
              begun.id === comment.id &&
              renderForm(begun, {
                label: translate('documentEditor.comment.reply'),
                submitLabel: translate('documentEditor.comment.reply'),
                onSubmit: (text) => {
                  onEnd();
                  change({ ...comment, replies: [...comment.replies, { author, at: Date.now(), text }] });
                },
                onCancel: onEnd,
              })
            }
            onResolve={(isResolved) => change({ ...comment, resolvedAt: isResolved ? Date.now() : null })}
            onRemove={comment.author === author ? () => remove(comment.id) : null}
          />
        ))}
      </Stack>
    </Stack>
  );
}

function newComment(id: string, author: string, text: string): Comment {
  return { id, author, at: Date.now(), text, replies: [], resolvedAt: null };
}

interface CommentItemProps {
  readonly comment: Comment;
  readonly place: CommentPlace | null;
  readonly onGo: (place: CommentPlace) => void;
  readonly onReply: () => void;
  /** Asks for the answer; nothing while none is being written. */
  readonly form: ReactNode;
  readonly onResolve: (isResolved: boolean) => void;
  /** Null for what somebody else said. */
  readonly onRemove: (() => void) | null;
}

function CommentItem({ comment, place, onGo, onReply, form, onResolve, onRemove }: CommentItemProps) {
  const translate = useTranslate();
  // Whoever answered goes on from there.
  const [hasReplied, setReplied] = useState(false);
  const reply = () => {
    setReplied(true);
    onReply();
  };
  const isResolved = comment.resolvedAt !== null;
  return (
    <Box component="li" data-comment sx={{ borderLeft: 3, borderColor: isResolved ? 'divider' : 'warning.main', pl: 1.5 }}>
      <ButtonBase disabled={place === null} onClick={() => place !== null && onGo(place)} sx={{ display: 'block', width: '100%', textAlign: 'left', borderRadius: 1 }}>
        <Typography variant="body2" component="q" sx={{ display: 'block', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {place === null ? translate('documentEditor.comment.wordsGone') : place.words.slice(0, 120)}
        </Typography>
      </ButtonBase>
      {[comment, ...comment.replies].map((said) => (
        <Said key={`${said.at} ${said.author}`} {...said} />
      ))}
      {form || (
        <Stack direction="row" spacing={0.5} sx={{ ml: -0.75 }}>
          {!isResolved && (
            <Button size="small" autoFocus={hasReplied} onClick={reply}>
              {translate('documentEditor.comment.reply')}
            </Button>
          )}
          <Button size="small" color="inherit" onClick={() => onResolve(!isResolved)}>
            {translate(isResolved ? 'documentEditor.comment.reopen' : 'documentEditor.comment.resolve')}
          </Button>
          {onRemove !== null && (
            <Button size="small" color="inherit" onClick={onRemove}>
              {translate('documentEditor.comment.remove')}
            </Button>
          )}
        </Stack>
      )}
    </Box>
  );
}

function Said({ author, at, text }: Pick<Comment, 'author' | 'at' | 'text'>) {
  const format = useFormat();
  return (
    <Box sx={{ mt: 0.5 }}>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {author} · {format.dateTime(at)}
      </Typography>
      <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Typography>
    </Box>
  );
}
