import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useTranslate } from '../../i18n/i18n.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { Page } from '../../ui/page.tsx';
import { Tabbed } from '../../ui/tabbed.tsx';
import { CourseList } from './components/course-list.tsx';
import { Matrix } from './components/matrix.tsx';

/** The courses of the vault; for those who manage training, also who learnt what. */
export function TrainingPage() {
  const translate = useTranslate();
  const mayManage = usePermission('training.manage');
  const mayEdit = usePermission('training.edit');
  const courses = { key: 'courses', label: translate('training.tab.courses'), content: <CourseList /> };
  const matrix = { key: 'matrix', label: translate('training.tab.matrix'), content: <Matrix /> };
  return (
    <Page
      title={translate('training.title')}
      subtitle={translate('training.subtitle')}
      actions={
        mayEdit && (
          <Button component={Link} to="/training/new" startIcon={<AddIcon />}>
            {translate('training.edit.new')}
          </Button>
        )
      }
    >
      <Tabbed label={translate('training.title')} tabs={mayManage ? [courses, matrix] : [courses]} />
    </Page>
  );
}
