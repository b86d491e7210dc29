import CommentIcon from '@mui/icons-material/AddCommentOutlined';
import FindIcon from '@mui/icons-material/FindReplaceOutlined';
import SuggestIcon from '@mui/icons-material/RateReviewOutlined';
import { useEditorState } from '@tiptap/react';
import { useEffect } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { isTracking, setTracking } from '../suggest/tracking.ts';
import type { Surface } from '../surface.ts';
import { keyName } from './key-names.ts';
import { ToolButton } from './tool-button.tsx';

interface ReviewToolsProps {
  readonly surface: Surface;
  readonly onComment: () => void;
  readonly isFinding: boolean;
  readonly onFind: (isOpen: boolean) => void;
}

/** Suggesting instead of changing, commenting, finding; the same by keys. */
export function ReviewTools({ surface, onComment, isFinding, onFind }: ReviewToolsProps) {
  const translate = useTranslate();
  const { editor } = surface;
  const isSuggesting = useEditorState({ editor, selector: ({ editor: now }) => isTracking(now.state) });
  const toggle = () => editor.view.dispatch(setTracking(editor.state.tr, !isTracking(editor.state)));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key === 'f' && !event.shiftKey && !event.altKey) onFind(true);
      else if (key === 'e' && event.shiftKey) editor.view.dispatch(setTracking(editor.state.tr, !isTracking(editor.state)));
      else if (key === 'm' && event.altKey) onComment();
      else return;
      event.preventDefault();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [editor, onComment, onFind]);
  return (
    <>
      <ToolButton label={translate('documentEditor.suggesting')} keys={keyName('Shift+E')} icon={<SuggestIcon />} isOn={isSuggesting} onClick={toggle} />
      <ToolButton label={translate('documentEditor.comment.add')} keys={keyName('Alt+M')} icon={<CommentIcon />} onClick={onComment} />
      <ToolButton label={translate('documentEditor.find.title')} keys={keyName('F')} icon={<FindIcon />} isOn={isFinding} onClick={() => onFind(!isFinding)} />
    </>
  );
}
