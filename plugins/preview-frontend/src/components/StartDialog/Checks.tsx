// SPDX-License-Identifier: Apache-2.0
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type {
  Check,
  PreflightReport,
} from '@preview-environments/backstage-plugin-preview-common';
import type { Preflight } from '../../hooks/usePreflight';
import type { Tone } from '../../model/phases';
import type { FormProblem } from '../../model/startForm';
import { useWords } from '../../translation/useWords';
import { DifferenceList } from '../Differences/Differences';
import { Fold, Note } from '../ui';
import { NotCovered } from './NotCovered';

/** What the checks wait for, by what keeps the form from being sent. */
const WAITING = {
  'image-missing': 'checks.waiting.image',
  'image-invalid': 'checks.waiting.imageValid',
  key: 'checks.waiting.key',
  ttl: 'checks.waiting.ttl',
  'ttl-range': 'checks.waiting.ttl',
  replicas: 'checks.waiting.replicas',
} as const satisfies Record<FormProblem['is'], string>;

const CHECK_TONE: Record<Check['status'], Tone> = {
  passed: 'good',
  warning: 'warning',
  failed: 'bad',
  'not-checked': 'quiet',
};

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1), minHeight: 96 },
  details: { display: 'grid', gap: theme.spacing(0.5) },
}));

function Report(props: {
  report: PreflightReport;
  name: string;
  told: string[];
}) {
  const t = useWords();
  const classes = useStyles();
  const { report, name, told } = props;
  const passed = report.checks.filter(({ status }) => status === 'passed');
  const others = report.checks.filter(({ status }) => status !== 'passed');
  const known = others.filter(
    check => check.status === 'warning' && told.includes(check.name),
  );
  const notable = others.filter(check => !known.includes(check));
  return (
    <>
      {passed.length > 0 && (
        <Note tone="good">{t('checks.passed', { count: passed.length })}</Note>
      )}
      {notable.map(check => (
        <Note key={check.name} tone={CHECK_TONE[check.status]}>
          {check.message}
          {check.status === 'failed' && check.hint && (
            <Typography variant="body2">{check.hint}</Typography>
          )}
        </Note>
      ))}
      {report.ok && <NotCovered report={report} />}
      {report.update === 'recreate' && (
        <Note tone="warning">{t('checks.recreate')}</Note>
      )}
      <Fold title={t('checks.details')}>
        <div className={classes.details}>
          {[...passed, ...known].map(check => (
            <Note key={check.name} tone={CHECK_TONE[check.status]}>
              {check.message}
            </Note>
          ))}
          {report.differences.length > 0 && (
            <>
              <Typography variant="body2">
                {t('checks.differences', { name })}
              </Typography>
              <DifferenceList items={report.differences} />
            </>
          )}
        </div>
      </Fold>
    </>
  );
}

/** What a start would meet, told before it is made. */
export function Checks(props: {
  preflight: Preflight;
  problem: FormProblem | null;
  name: string;
  /** Names of checks whose warning stands beside them already. */
  told: string[];
}) {
  const t = useWords();
  const classes = useStyles();
  const { preflight, problem, name, told } = props;
  const body = () => {
    switch (preflight.state) {
      case 'waiting':
        return (
          <Note tone="quiet">{t(WAITING[problem?.is ?? 'image-missing'])}</Note>
        );
      case 'running':
        return preflight.last ? (
          <Report report={preflight.last} name={name} told={told} />
        ) : (
          <Note tone="busy">{t('checks.running')}</Note>
        );
      case 'done':
        return <Report report={preflight.report} name={name} told={told} />;
      case 'refused':
        return <Note tone="bad">{preflight.refusal.message}</Note>;
      case 'unknown':
        return <Note tone="quiet">{t('checks.unknown')}</Note>;
      default:
        return preflight satisfies never;
    }
  };
  return (
    <div
      className={classes.root}
      aria-busy={preflight.state === 'running'}
      aria-live="polite"
    >
      {body()}
    </div>
  );
}
