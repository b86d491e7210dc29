import { EditorPage } from '../../features/editor/editor-page.tsx';

export function EditedContract() {
  return <EditorPage />;
}
