// SPDX-License-Identifier: Apache-2.0
import InputAdornment from '@material-ui/core/InputAdornment';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ANY_REPOSITORY, isPattern, tagOfPasted } from '../../model/image';
import { useWords } from '../../translation/useWords';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(0.5), minWidth: 0 },
  prefix: {
    maxWidth: '60%',
    overflowWrap: 'anywhere',
    height: 'auto',
    maxHeight: 'none',
    marginRight: 2,
  },
}));

/** The image of a preview: repositories by policy, the tag free. */
export function ImageField(props: {
  repositories: string[];
  repository: string;
  text: string;
  /** The image that the service runs now. */
  present: string | null;
  error?: string | null;
  onChange: (change: { repository?: string; text?: string }) => void;
}) {
  const t = useWords();
  const classes = useStyles();
  const { repositories, repository, text, present, error, onChange } = props;
  const free = isPattern(repository);
  const help = [
    present && t('start.imageHelp', { image: present }),
    !free && t('start.imageFixed'),
  ].filter(Boolean);
  return (
    <div className={classes.root}>
      {repositories.length > 1 && (
        <TextField
          select
          fullWidth
          label={t('start.repository')}
          value={repository}
          onChange={event => onChange({ repository: event.target.value })}
        >
          {repositories.map(each => (
            <MenuItem key={each} value={each}>
              {each === ANY_REPOSITORY ? t('start.wholeImage') : each}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus to its first field
        autoFocus
        fullWidth
        label={free ? t('start.wholeImage') : t('start.image')}
        value={text}
        error={Boolean(error)}
        helperText={error || help.join(' ')}
        onChange={event =>
          onChange({ text: tagOfPasted(repository, event.target.value) })
        }
        InputProps={{
          startAdornment: free ? undefined : (
            <InputAdornment position="start" className={classes.prefix}>
              <Typography variant="body2">{repository}:</Typography>
            </InputAdornment>
          ),
        }}
        inputProps={{
          'aria-label': free ? t('start.wholeImage') : t('start.image'),
          autoComplete: 'off',
          autoCapitalize: 'off',
          spellCheck: false,
        }}
      />
    </div>
  );
}
