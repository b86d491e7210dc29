import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import { stepModes, type Assignee, type FlowStep, type Member } from '#shared/features/approvals/model.ts';
import { mayHold, roles } from '#shared/features/vault/roles.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { isWholeWithin, WholeNumberField } from '../../../ui/whole-number-field.tsx';

interface StepFieldsProps {
  readonly step: FlowStep;
  readonly members: readonly Member[];
  readonly onChange: (step: FlowStep) => void;
  readonly onRemove?: () => void;
}

/** One step of a flow: what it is called, when it comes, who decides, under which conditions, by when. */
export function StepFields({ step, members, onChange, onRemove }: StepFieldsProps) {
  const translate = useTranslate();
  const change = (part: Partial<FlowStep>) => onChange({ ...step, ...part });
  const { condition } = step;
  const deciders: readonly Assignee[] = [...decidingRoles.map((role) => ({ kind: 'role' as const, role })), ...members.filter(({ mayDecide }) => mayDecide).map(({ id }) => ({ kind: 'user' as const, userId: id }))];
  // Who is named already and may decide no more stands there until they are taken out.
  const optionsWith = (named: readonly Assignee[]) => [...deciders, ...named.filter((one) => !deciders.some((other) => isSame(one, other)))];
  const labelOf = (assignee: Assignee) => (assignee.kind === 'role' ? translate('approvals.flows.everyOf', { role: translate(`vault.role.${assignee.role}`) }) : (members.find(({ id }) => id === assignee.userId)?.name ?? translate('approvals.flows.gone')));
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Stack spacing={1.5}>
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'flex-start' }}>
          <TextField required size="small" label={translate('approvals.flows.stepName')} value={step.name} onChange={(event) => change({ name: event.target.value })} sx={{ flex: 1 }} slotProps={{ htmlInput: { maxLength: 60 } }} />
          <WholeNumberField label={translate('approvals.flows.order')} value={step.order} least={1} most={mostOrder} onChange={(order) => change({ order })} width={120} />
          <TextField select size="small" label={translate('approvals.flows.mode')} value={step.mode} onChange={(event) => change({ mode: event.target.value === 'all' ? 'all' : 'any' })} sx={{ width: 150 }}>
            {stepModes.map((mode) => (
              <MenuItem key={mode} value={mode}>
                {translate(`approvals.flows.modes.${mode}`)}
              </MenuItem>
            ))}
          </TextField>
          {onRemove !== undefined && (
            <Tooltip title={translate('approvals.flows.removeStep')}>
              <IconButton aria-label={translate('approvals.flows.removeStep')} onClick={onRemove}>
                <DeleteIcon />
              </IconButton>
            </Tooltip>
          )}
        </Stack>
        <Autocomplete
          multiple
          size="small"
          options={optionsWith(step.assignees)}
          value={[...step.assignees]}
          onChange={(_, assignees) => change({ assignees })}
          getOptionLabel={labelOf}
          getOptionKey={keyOf}
          isOptionEqualToValue={isSame}
          renderInput={(parameters) => <TextField {...parameters} label={translate('approvals.flows.assignees')} helperText={translate('approvals.flows.assigneesHint')} />}
        />
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, alignItems: 'start' }}>
          <WholeNumberField
            label={translate('approvals.flows.amountFrom')}
            value={condition.amountFromMinor === null ? null : condition.amountFromMinor / 100}
            least={0}
            most={mostAmount}
            onChange={(amount) => change({ condition: { ...condition, amountFromMinor: amount * 100 } })}
            onClear={() => change({ condition: { ...condition, amountFromMinor: null } })}
          />
          <WholeNumberField label={translate('approvals.flows.deadline')} value={step.deadlineHours} least={1} most={mostHours} onChange={(deadlineHours) => change({ deadlineHours })} onClear={() => change({ deadlineHours: null })} />
          <TextField select size="small" label={translate('approvals.flows.riskFrom')} value={condition.riskFrom ?? ''} onChange={(event) => change({ condition: { ...condition, riskFrom: risks.find((level) => level === event.target.value) ?? null } })}>
            <MenuItem value="">{translate('approvals.flows.riskAny')}</MenuItem>
            {risks.map((level) => (
              <MenuItem key={level} value={level}>
                {translate(`approvals.flows.riskLevel.${level}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select size="small" label={translate('approvals.flows.gradeFrom')} value={condition.gradeFrom ?? ''} onChange={(event) => change({ condition: { ...condition, gradeFrom: grades.find((grade) => grade === event.target.value) ?? null } })}>
            <MenuItem value="">{translate('approvals.flows.gradeAny')}</MenuItem>
            {grades.map((grade) => (
              <MenuItem key={grade} value={grade}>
                {translate(`approvals.flows.gradeOf.${grade}`)}
              </MenuItem>
            ))}
          </TextField>
          <FormControlLabel control={<Checkbox checked={condition.onlyForeignPaper} onChange={(_, isOn) => change({ condition: { ...condition, onlyForeignPaper: isOn } })} />} label={translate('approvals.flows.onlyForeign')} />
          <FormControlLabel control={<Checkbox checked={condition.onlyWithFindings} onChange={(_, isOn) => change({ condition: { ...condition, onlyWithFindings: isOn } })} />} label={translate('approvals.flows.onlyFindings')} />
          <FormControlLabel control={<Checkbox checked={condition.onlyWithNonStandardClauses} onChange={(_, isOn) => change({ condition: { ...condition, onlyWithNonStandardClauses: isOn } })} />} label={translate('approvals.flows.onlyNonStandard')} />
        </Box>
        <Autocomplete
          size="small"
          options={optionsWith(step.escalateTo === null ? [] : [step.escalateTo])}
          value={step.escalateTo}
          disabled={step.deadlineHours === null}
          onChange={(_, escalateTo) => change({ escalateTo })}
          getOptionLabel={labelOf}
          getOptionKey={keyOf}
          isOptionEqualToValue={isSame}
          renderInput={(parameters) => <TextField {...parameters} label={translate('approvals.flows.escalateTo')} helperText={translate('approvals.flows.escalateHint')} />}
        />
      </Stack>
    </Paper>
  );
}

/** Which roles let their holders decide; the others would leave a step without anybody to ask. */
const decidingRoles = roles.filter((role) => mayHold(role, 'approvals.decide'));
const [mostOrder, mostHours, mostAmount] = [20, 800, 1e12] as const;
const risks = ['medium', 'high'] as const;
const grades = ['B', 'C', 'D', 'blacklisted'] as const;

function keyOf(assignee: Assignee): string {
  return assignee.kind === 'role' ? assignee.role : assignee.userId;
}

function isSame(one: Assignee, other: Assignee): boolean {
  return keyOf(one) === keyOf(other);
}

/** Whether the numbers of a step are such as can be saved. */
export function hasSoundNumbers({ order, deadlineHours, condition: { amountFromMinor } }: FlowStep): boolean {
  return isWholeWithin(order, 1, mostOrder) && (deadlineHours === null || isWholeWithin(deadlineHours, 1, mostHours)) && (amountFromMinor === null || isWholeWithin(amountFromMinor / 100, 0, mostAmount));
}
