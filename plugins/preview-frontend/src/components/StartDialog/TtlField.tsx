// SPDX-License-Identifier: Apache-2.0
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { useNow } from '../../clock/useNow';
import { ttlSeconds } from '../../model/startForm';
import { ttlChoices } from '../../model/ttl';
import { useWords } from '../../translation/useWords';
import { useTimeFormat } from '../ui';

const OTHER = 'other';

/** How long a preview lives: usual choices, or a typed duration. */
export function TtlField(props: {
  ttl: number | string;
  defaultSeconds: number;
  limits: { ttlMinSeconds: number; ttlMaxSeconds: number };
  error: string | null;
  onChange: (ttl: number | string) => void;
}) {
  const t = useWords();
  const format = useTimeFormat();
  const now = useNow(10_000);
  const { ttl, defaultSeconds, limits, error, onChange } = props;
  const typed = typeof ttl === 'string';
  const seconds = ttlSeconds(ttl);
  const max = t('start.atMost', {
    duration: format.duration(limits.ttlMaxSeconds * 1000),
  });
  const until =
    seconds === null
      ? max
      : `${t('start.until', {
          time: format.short(new Date(now + seconds * 1000).toISOString(), now),
        })}, ${max}`;
  return (
    <FormControl component="fieldset" error={Boolean(error)}>
      <FormLabel component="legend">{t('start.lives')}</FormLabel>
      <RadioGroup
        row
        value={typed ? OTHER : String(ttl)}
        onChange={(_event, value) =>
          onChange(value === OTHER ? '' : Number(value))
        }
      >
        {ttlChoices(defaultSeconds, limits).map(choice => (
          <FormControlLabel
            key={choice}
            value={String(choice)}
            control={<Radio size="small" color="primary" />}
            label={format.duration(choice * 1000)}
          />
        ))}
        <FormControlLabel
          value={OTHER}
          control={<Radio size="small" color="primary" />}
          label={t('start.other')}
        />
      </RadioGroup>
      {typed && (
        <TextField
          label={t('start.otherLabel')}
          value={ttl}
          error={Boolean(error)}
          onChange={event => onChange(event.target.value)}
          inputProps={{ 'aria-label': t('start.otherLabel') }}
        />
      )}
      <FormHelperText>{error ?? until}</FormHelperText>
    </FormControl>
  );
}
