import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { AccessReview, GrantDecision, ReviewedGrant } from '#shared/features/users/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useReachWords } from '../../../ipc/use-reach.ts';
import { useRoleNames } from '../../../ipc/use-role-names.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { useToast } from '../../../ui/use-toast.ts';

interface ReviewTableProps {
  readonly review: AccessReview;
  /** A decision was refused: what the review shows may be another by now. */
  readonly onRefused: () => void;
  /** Somebody lost keys, which are to be changed now. */
  readonly onKeysDue: () => void;
}

/** Each person with their roles, to be confirmed or withdrawn. */
export function ReviewTable({ review, ...told }: ReviewTableProps) {
  const translate = useTranslate();
  return (
    <TableContainer>
      <Table size="small" aria-label={translate('access.review.title')}>
        <TableHead>
          <TableRow>
            {(['person', 'roles', 'opens', 'sees', 'decision'] as const).map((column) => (
              <TableCell key={column}>{translate(`access.column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {review.grants.map((grant) => (
            <GrantRow key={grant.userId} grant={grant} review={review} {...told} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

function GrantRow({ grant, review, onRefused, onKeysDue }: ReviewTableProps & { readonly grant: ReviewedGrant }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const confirm = useConfirm();
  const namesOf = useRoleNames();
  const reachWords = useReachWords();
  const deciding = useCommand('users.decideGrant');
  const status = useVaultStatus();
  const isSelf = status?.state === 'unlocked' && status.user.id === grant.userId;
  const decide = async (decision: GrantDecision) => {
    const ask = { title: translate('access.withdrawTitle', { name: grant.userName }), body: translate('access.withdrawBody'), confirmLabel: translate('access.withdraw'), destructive: true };
    if (decision === 'withdrawn' && !(await confirm(ask))) return;
    const reply = await deciding.run({ reviewId: review.id, userId: grant.userId, decision });
    if (!reply.ok) {
      toast.failure(reply.error);
      onRefused();
    } else if (reply.value.keysDue.length > 0) onKeysDue();
  };
  return (
    <TableRow hover>
      <TableCell component="th" scope="row">
        {isSelf ? translate('users.self', { name: grant.userName }) : grant.userName}
      </TableCell>
      <TableCell>{grant.compartments.length === 0 ? translate('access.noneHeld') : format.list(namesOf(grant))}</TableCell>
      <TableCell>{format.list(grant.compartments.map((name) => translate(`ui.compartment.${name}`)))}</TableCell>
      <TableCell>{reachWords(grant.reach)}</TableCell>
      <TableCell>
        {grant.decision === null ? (
          <Stack direction="row" spacing={1}>
            <Button size="small" disabled={deciding.isRunning} onClick={() => void decide('confirmed')} aria-label={translate('access.confirmOne', { name: grant.userName })}>
              {translate('access.confirm')}
            </Button>
            {!isSelf && (
              <Button size="small" color="inherit" disabled={deciding.isRunning} onClick={() => void decide('withdrawn')} aria-label={translate('access.withdrawOne', { name: grant.userName })}>
                {translate('access.withdraw')}
              </Button>
            )}
          </Stack>
        ) : (
          translate(`access.decision.${grant.decision}`, { name: grant.decidedByName })
        )}
      </TableCell>
    </TableRow>
  );
}
