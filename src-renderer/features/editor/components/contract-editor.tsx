import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { isDecidedOn } from '#shared/features/contracts/lifecycle.ts';
import type { CheckedFinding } from '#shared/features/checker/ipc.ts';
import { findingKey } from '#shared/features/checker/model.ts';
import type { Contract, ContractBody } from '#shared/features/contracts/model.ts';
import type { VariableValues } from '#shared/features/documents/variables.ts';
import type { Comment, WorkingCopy } from '#shared/features/editor/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { UnfinishedNotice } from '../../../keeping/unfinished-notice.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { commentPlaces, markComment } from '../../../ui/document-editor/comments.ts';
import type { BegunComment } from '../../../ui/document-editor/panels/comment-list.tsx';
import { DocumentEditor } from '../../../ui/document-editor/document-editor.tsx';
import { FindBar } from '../../../ui/document-editor/find/find-bar.tsx';
import type { InsertionProvider } from '../../../ui/document-editor/insert/insertion.ts';
import { nameKeys } from '../../../ui/document-editor/spelling/words.ts';
import type { Spelling } from '../../../ui/document-editor/spelling/spelling.ts';
import { ReviewTools } from '../../../ui/document-editor/toolbar/review-tools.tsx';
import { useSurface } from '../../../ui/document-editor/use-surface.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LeaveGuard } from '../../../ui/leave-guard.tsx';
import { Page } from '../../../ui/page.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { applyFix } from '../apply-fix.ts';
import { heldText, holdText } from '../open-texts.ts';
import type { Body } from '../read-both.ts';
import { useFindings } from '../use-findings.ts';
import { termInsertions } from '../use-terms.ts';
import { useKeeping, type KeptCopy } from '../use-working-copy.ts';
import { EditorActions } from './editor-actions.tsx';
import { begunAbout } from './kept-comment.tsx';
import { KeptLine } from './kept-line.tsx';
import { SidePanel, type FindingsView, type PanelKey } from './side-panel.tsx';

interface ContractEditorProps {
  readonly contract: Contract;
  readonly body: ContractBody;
  readonly values: VariableValues;
  readonly kept: KeptCopy;
  readonly author: string;
  readonly renderFindings: (view: FindingsView) => ReactNode;
  readonly notice: ReactNode;
  readonly insertions: readonly InsertionProvider[];
  readonly spelling: Spelling | null;
  readonly status: ReactNode;
}

/** Both languages of a contract's text under edit, kept as a working copy until they are saved as a version. */
export function ContractEditor({ contract, body, values, kept, author, renderFindings, notice, insertions, spelling, status }: ContractEditorProps) {
  const translate = useTranslate();
  const toast = useToast();
  const { summary, withheldKeys } = contract;
  const { id: contractId, language } = summary;
  const [today] = useState(presentDay);
  const [shown, setShown] = useState<Body>(language === 'en' ? 'en' : 'zh');
  const [panel, setPanel] = useState<PanelKey>('findings');
  const [isFinding, setFinding] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [begun, setBegun] = useState<BegunComment | null>(null);
  const [held] = useState(() => heldText(contractId, kept?.savedAt ?? null));
  const [comments, setComments] = useState<readonly Comment[]>(held?.comments ?? kept?.copy.comments ?? []);
  const [baseVersion] = useState(kept?.copy.baseVersion ?? summary.versionNumber);

  const given = { variables: body.variables, values, withheldKeys, hidesParts: true, author } as const;
  const zh = useSurface({ ...given, language: 'zh', document: kept?.copy.zh.document ?? body.bodyZh, annotations: kept?.copy.zh.annotations ?? [], label: translate('editor.textIn.zh') }, held?.surfaces.zh);
  const en = useSurface({ ...given, language: 'en', document: kept?.copy.en.document ?? body.bodyEn, annotations: kept?.copy.en.annotations ?? [], label: translate('editor.textIn.en') }, held?.surfaces.en);
  const surfaces = useMemo(() => ({ zh, en }), [zh, en]);
  const bodies = useMemo((): readonly Body[] => (language === 'bilingual' ? ['zh', 'en'] : [language]), [language]);
  const surface = surfaces[shown];
  const allInsertions = useMemo(() => [termInsertions(surface, translate('editor.panelName.terms')), ...insertions], [surface, translate, insertions]);

  // Names of the parties are spelt as they are spelt.
  const ownSpelling = useMemo(() => (spelling === null ? null : { ...spelling, passed: new Set([...spelling.passed, ...nameKeys(partyWords(values))]) }), [spelling, values]);

  const read = useCallback((): WorkingCopy => ({ baseVersion, zh: zh.read(), en: en.read(), comments }), [baseVersion, zh, en, comments]);
  const keeping = useKeeping(contractId, read, kept === null ? { kind: 'nothing' } : { kind: 'kept', at: kept.savedAt, by: kept.savedByName });
  const savedAt = keeping.state.kind === 'kept' ? keeping.state.at : null;
  useEffect(() => holdText(contractId, { surfaces, baseVersion, comments, savedAt }), [contractId, surfaces, baseVersion, comments, savedAt]);
  const check = useFindings(contract, values, surfaces, bodies);

  const changeComments = (changed: readonly Comment[]) => {
    setComments(changed);
    keeping.keepSoon();
  };
  const comment = useCallback(() => {
    const id = markComment(surfaces[shown].editor);
    if (id === null) return toast.info(translate('editor.commentNothing'));
    setPanel('comments');
    setBegun({ id, isReply: false });
  }, [surfaces, shown, toast, translate]);
  useResume('comment', (about) => {
    const resumed = begunAbout(about);
    // It may be on the words of the other language's text.
    const of = bodies.find((each) => commentPlaces(surfaces[each].editor.state.doc).some(({ id }) => id === resumed.id));
    if (of !== undefined) setShown(of);
    setPanel('comments');
    setBegun(resumed);
  });
  const choose = useCallback(
    (key: string) => {
      setChosen(key);
      setPanel('findings');
      surfaces[shown].choose(key);
    },
    [surfaces, shown],
  );
  const go = (finding: CheckedFinding) => {
    const key = findingKey(finding);
    const place = check?.places.get(key);
    setChosen(key);
    if (place === undefined) return;
    setShown(place.body);
    // The other language's text comes to the screen first.
    setTimeout(() => {
      surfaces[place.body].choose(key);
      surfaces[place.body].goTo(place.from, place.to);
    });
  };
  const fix = (finding: CheckedFinding) => {
    if (check === null) return;
    go(finding);
    setTimeout(() => {
      applyFix(finding, check.places.get(findingKey(finding)) ?? null, surfaces, bodies);
      toast.success(translate('editor.applied'));
    });
  };

  return (
    <Page
      title={translate('editor.title')}
      subtitle={translate('editor.of', { number: summary.number, title: summary.title, version: baseVersion })}
      back={{ to: `/contracts/${contractId}`, label: summary.title }}
      maxWidth={1760}
      actions={<EditorActions contract={contract} surfaces={surfaces} bodies={bodies} comments={comments} baseVersion={baseVersion} keeping={keeping} />}
    >
      <LeaveGuard isDirty={keeping.state.kind === 'failed'} />
      {keeping.state.kind === 'failed' && <ErrorMessage error={keeping.state.error} />}
      {notice}
      {begun === null && <UnfinishedNotice contractId={contractId} dialogs={commentOnly} />}
      {isDecidedOn(summary.stage) && <Alert severity="warning">{translate('editor.decided')}</Alert>}
      {baseVersion < summary.versionNumber && <Alert severity="warning">{translate('editor.outdated', { base: baseVersion, current: summary.versionNumber })}</Alert>}
      {check?.isParallel === false && <Alert severity="info">{translate('editor.notParallel')}</Alert>}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 400px' }, alignItems: 'start' }}>
        <Stack spacing={1.5} sx={{ minWidth: 0 }}>
          {language === 'bilingual' && (
            <ToggleButtonGroup exclusive size="small" value={shown} aria-label={translate('editor.language')} onChange={(_, other: Body | null) => other !== null && setShown(other)}>
              <ToggleButton value="zh">{translate('editor.zh')}</ToggleButton>
              <ToggleButton value="en">{translate('editor.en')}</ToggleButton>
            </ToggleButtonGroup>
          )}
          <DocumentEditor
            key={shown}
            surface={surface}
            today={today}
            onChange={keeping.keepSoon}
            marks={check?.marks[shown] ?? noMarks}
            onMark={choose}
            insertions={allInsertions}
            spelling={ownSpelling}
            tools={<ReviewTools surface={surface} onComment={comment} isFinding={isFinding} onFind={setFinding} />}
            bar={isFinding && <FindBar key={shown} surface={surface} onClose={() => setFinding(false)} />}
            status={
              <>
                <KeptLine state={keeping.state} />
                {status}
              </>
            }
          />
        </Stack>
        <SidePanel
          surface={surface}
          shown={panel}
          onShow={setPanel}
          findings={check === null ? null : { contractId, report: check.report, chosen, onGo: go, onFix: fix }}
          renderFindings={renderFindings}
          comments={comments}
          author={author}
          contractId={contractId}
          begun={begun}
          onCommentBegin={setBegun}
          onCommentEnd={() => setBegun(null)}
          onComments={changeComments}
        />
      </Box>
    </Page>
  );
}

/** What the parties' particulars say: names, addresses, banks. */
function partyWords(values: VariableValues): readonly string[] {
  return Object.values(values).flatMap((value) => (typeof value === 'object' && 'partyId' in value ? Object.values(value).filter((one) => typeof one === 'string') : []));
}

const noMarks: readonly never[] = [];
const commentOnly = ['comment'] as const;
