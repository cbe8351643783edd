// SPDX-License-Identifier: Apache-2.0
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import DownloadIcon from '@material-ui/icons/GetApp';
import { useWords } from '../../translation/useWords';
import { saveBlob } from '../ui/saveBlob';

/** How a log is looked at. */
export interface LogView {
  /** `null` = the main container. */
  container: string | null;
  previous: boolean;
  follow: boolean;
  wrap: boolean;
}

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
  },
}));

const SWITCHES = ['follow', 'wrap', 'previous'] as const;

/** Follow, wrap, container, previous, download. */
export function LogControls(props: {
  view: LogView;
  containers: string[];
  lines: string[];
  fileName: string;
  /** Whether more can come; else there is nothing to follow. */
  active: boolean;
  onChange: (part: Partial<LogView>) => void;
}) {
  const t = useWords();
  const classes = useStyles();
  const { view, containers, lines, fileName, active, onChange } = props;
  const offered = SWITCHES.filter(name => active || name !== 'follow');
  return (
    <div className={classes.root}>
      {offered.map(name => (
        <FormControlLabel
          key={name}
          label={t(`logs.${name}`)}
          control={
            <Checkbox
              size="small"
              color="primary"
              checked={view[name]}
              onChange={(_event, checked) => onChange({ [name]: checked })}
            />
          }
        />
      ))}
      {containers.length > 1 && (
        <TextField
          select
          size="small"
          label={t('logs.container')}
          value={view.container ?? ''}
          onChange={event =>
            onChange({ container: event.target.value || null })
          }
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          inputProps={{ 'aria-label': t('logs.container') }}
        >
          <option value="">{t('logs.mainContainer')}</option>
          {containers.map(name => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </TextField>
      )}
      <Button
        size="small"
        startIcon={<DownloadIcon aria-hidden />}
        disabled={lines.length === 0}
        onClick={() =>
          saveBlob(
            fileName,
            new Blob([`${lines.join('\n')}\n`], { type: 'text/plain' }),
          )
        }
      >
        {t('logs.download')}
      </Button>
    </div>
  );
}
