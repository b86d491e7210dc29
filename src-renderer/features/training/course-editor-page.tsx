import AddIcon from '@mui/icons-material/Add';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { z } from 'zod';
import { courseContentSchema, type CourseContent, type CourseId } from '#shared/features/training/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../keeping/restore-typed.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { afterSaving, LeaveGuard } from '../../ui/leave-guard.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SectionCard } from '../../ui/section-card.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { BankFields } from './components/bank-fields.tsx';
import { CourseFields } from './components/course-fields.tsx';
import { LessonFields } from './components/lesson-fields.tsx';

/** A course as its editors write it: both languages, lessons, questions and rules; published as the next version. */
export function CourseEditorPage() {
  const { courseId } = useParams();
  return courseId === undefined ? <Editor courseId={null} shown={0} current={0} initial={blankCourse} onShow={() => undefined} /> : <Stored courseId={courseId} />;
}

const blank = { zh: '', en: '' };
const blankCourse: CourseContent = {
  title: blank,
  summary: blank,
  roles: [],
  lessons: [{ key: 'lesson-1', title: blank, body: blank }],
  bank: blank,
  drawCount: 1,
  passPercent: 80,
  retakeHours: 24,
  refreshMonths: null,
  practice: [],
};

function Stored({ courseId }: { readonly courseId: CourseId }) {
  const translate = useTranslate();
  const [version, setVersion] = useState<number | null>(null);
  const current = useOperation('training.source', { courseId, version: null });
  const source = useOperation('training.source', { courseId, version });
  if (source.data === undefined || current.data === undefined) {
    return (
      <Page title={translate('training.edit.title')} back={{ to: `/training/${courseId}`, label: translate('training.backToCourse') }} maxWidth={1100}>
        {source.error === null ? <LoadingState shape="form" /> : <ErrorMessage error={source.error} onRetry={source.refetch} />}
      </Page>
    );
  }
  return <Editor key={source.data.version} courseId={courseId} shown={source.data.version} current={current.data.version} initial={source.data.content} onShow={setVersion} />;
}

interface EditorProps {
  /** Null: a course that doesn't exist yet. */
  readonly courseId: CourseId | null;
  /** The version whose content the form began with, and the one that is taught. */
  readonly shown: number;
  readonly current: number;
  readonly initial: CourseContent;
  readonly onShow: (version: number) => void;
}

const text = z.string();
const both = z.object({ zh: text, en: text });
const number = z.number();
const { roles, practice } = courseContentSchema.unwrap().shape;

/** What is kept of a course, and may come back: also where it is not complete, or a number is out of bounds. */
const courseFields: FieldsOf<CourseContent> = { title: both, summary: both, bank: both, lessons: z.array(z.object({ key: text, title: both, body: both })), roles, drawCount: number, passPercent: number, retakeHours: number, refreshMonths: number.nullable(), practice };

/** What is typed is kept until it is published or given up; an earlier version is begun with as it was. */
function Editor(props: EditorProps) {
  const { courseId, shown, current, initial } = props;
  const about = shown === current ? (courseId ?? '') : `${courseId ?? ''} ${shown}`;
  return (
    <KeptForm of={{ contractId: null, dialog: 'course', about }} revision={current} fields={courseFields} fresh={() => initial}>
      {(kept) => <CourseForm {...props} kept={kept} />}
    </KeptForm>
  );
}

function CourseForm({ courseId, shown, current, initial, onShow, kept }: EditorProps & { readonly kept: KeptFormOf<CourseContent> }) {
  const translate = useTranslate();
  const toast = useToast();
  const navigate = useNavigate();
  const save = useCommand('training.saveCourse', { leaves: true });
  const { typed: content, change } = kept;
  const isDirty = content !== initial;
  const isComplete = courseContentSchema.safeParse(content).success;
  const run = async () => {
    const reply = await save.run({ courseId, version: kept.revision ?? current, content });
    if (!reply.ok) return;
    kept.forget();
    toast.success(translate('training.edit.saved', { version: reply.value.version }));
    await navigate(`/training/${reply.value.courseId}`, afterSaving);
  };
  const addLesson = () => change({ lessons: [...content.lessons, { key: newLessonKey(), title: blank, body: blank }] });
  return (
    <Page
      title={translate(courseId === null ? 'training.edit.new' : 'training.edit.title')}
      subtitle={translate('training.edit.lead')}
      back={courseId === null ? { to: '/training', label: translate('training.title') } : { to: `/training/${courseId}`, label: translate('training.backToCourse') }}
      maxWidth={1100}
      actions={
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          {kept.status}
          {courseId !== null && <Versions courseId={courseId} shown={shown} isDisabled={isDirty} onShow={onShow} />}
          <Button variant="contained" disabled={!isComplete || (!isDirty && shown === current)} loading={save.isRunning} onClick={() => void run()}>
            {translate(shown === current ? 'training.edit.save' : 'training.edit.restore')}
          </Button>
        </Stack>
      }
    >
      {kept.notice}
      <LeaveGuard isDirty={isDirty} onDiscard={kept.forget} />
      {!isComplete && (
        <Alert severity="info" role="note">
          {translate('training.edit.incomplete')}
        </Alert>
      )}
      <ErrorMessage error={save.error} />
      <CourseFields content={content} onChange={change} />
      {content.lessons.map((lesson, index) => (
        <LessonFields
          key={lesson.key}
          number={index + 1}
          lesson={lesson}
          onChange={(changed) => change({ lessons: content.lessons.with(index, changed) })}
          {...(content.lessons.length > 1 ? { onRemove: () => change({ lessons: content.lessons.toSpliced(index, 1) }) } : {})}
        />
      ))}
      <Button startIcon={<AddIcon />} onClick={addLesson} sx={{ alignSelf: 'flex-start' }}>
        {translate('training.edit.addLesson')}
      </Button>
      <SectionCard title={translate('training.edit.bank')} subtitle={translate('training.edit.bankLead')}>
        <BankFields bank={content.bank} onChange={(bank) => change({ bank })} />
      </SectionCard>
    </Page>
  );
}

/** A key that no version of any course ever had: what people read and said of a lesson is kept by it, also once the lesson is gone. */
function newLessonKey(): string {
  return `lesson-${crypto.randomUUID().slice(0, 13)}`;
}

function Versions({ courseId, shown, isDisabled, onShow }: { readonly courseId: CourseId; readonly shown: number; readonly isDisabled: boolean; readonly onShow: (version: number) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const versions = useOperation('training.versions', { courseId });
  return (
    <TextField select size="small" label={translate('training.edit.version')} value={versions.data === undefined ? '' : shown} disabled={isDisabled} onChange={(event) => onShow(Number(event.target.value))} sx={{ minWidth: 220 }}>
      {versions.data?.map(({ version, isShipped, publishedAt, publishedByName }) => (
        <MenuItem key={version} value={version}>
          {translate('training.edit.versionOf', { version, name: isShipped ? translate('training.edit.shipped') : (publishedByName ?? ''), day: format.date(publishedAt) })}
        </MenuItem>
      ))}
    </TextField>
  );
}
