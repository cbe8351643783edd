// SPDX-License-Identifier: Apache-2.0
import { makeStyles } from '@material-ui/core/styles';
import type {
  Step,
  StepStatus,
} from '@preview-environments/backstage-plugin-preview-common';
import { useNow } from '../../clock/useNow';
import { type TimedStep, timeSteps, totalMillis } from '../../model/steps';
import { useWords } from '../../translation/useWords';
import { useTimeFormat } from '../ui';
import { StepIcon } from './StepIcon';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.75, 2),
    listStyle: 'none',
    margin: 0,
    padding: 0,
    ...theme.typography.body2,
  },
  step: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    minHeight: 24,
  },
  quiet: { color: theme.palette.text.secondary },
  time: {
    color: theme.palette.text.secondary,
    fontVariantNumeric: 'tabular-nums',
  },
  messages: {
    margin: theme.spacing(0.5, 0, 0),
    ...theme.typography.body2,
    color: theme.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  hidden: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clip: 'rect(0 0 0 0)',
    whiteSpace: 'nowrap',
  },
}));

/** Below this a step took no time that anybody would ask about. */
const WORTH_TELLING_MILLIS = 1000;

/** Statuses whose message is told here; that of a failure has its own card. */
const TOLD: StepStatus[] = ['running', 'not-checked'];

/** The steps of the present revision and the time that each took. */
export function Timeline({ steps }: { steps: Step[] }) {
  const t = useWords();
  const classes = useStyles();
  const format = useTimeFormat();
  const now = useNow();
  const timed = timeSteps(steps, now);
  const total = totalMillis(steps);
  const messages = timed.filter(
    step => step.message && TOLD.includes(step.status),
  );
  const took = ({ millis, status }: TimedStep) =>
    millis !== null &&
    (status === 'running' || millis >= WORTH_TELLING_MILLIS) && (
      <span className={classes.time}>{format.duration(millis)}</span>
    );
  return (
    <div>
      <ol className={classes.list} aria-label={t('timeline.title')}>
        {timed.map(step => (
          <li
            key={step.name}
            className={`${classes.step} ${
              step.status === 'pending' ? classes.quiet : ''
            }`}
            title={step.at ? format.exact(step.at) : undefined}
          >
            <StepIcon status={step.status} />
            {t(`step.${step.name}`)}
            <span className={classes.hidden}>
              {` ${t(`stepStatus.${step.status}`)} `}
            </span>
            {took(step)}
          </li>
        ))}
        {total !== null && (
          <li className={`${classes.step} ${classes.time}`}>
            {t('timeline.total', { duration: format.duration(total) })}
          </li>
        )}
      </ol>
      {messages.map(step => (
        <p key={step.name} className={classes.messages}>
          {step.message}
        </p>
      ))}
    </div>
  );
}
