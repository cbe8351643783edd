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
const PINNED = 'pinned';

/** How long a preview lives: usual choices, or a typed duration. */
export function TtlField(props: {
  ttl: number | string;
  /** No end; `null` where the reader may not ask for it. */
  pinned: boolean | null;
  defaultSeconds: number;
  limits: { ttlMinSeconds: number; ttlMaxSeconds: number };
  error: string | null;
  onChange: (part: { ttl?: number | string; pinned: boolean }) => void;
}) {
  const t = useWords();
  const format = useTimeFormat();
  const now = useNow(10_000);
  const { ttl, defaultSeconds, limits, error, onChange } = props;
  const pinned = props.pinned === true;
  const typed = !pinned && typeof ttl === 'string';
  const seconds = ttlSeconds(ttl);
  const max = t('start.atMost', {
    duration: format.duration(limits.ttlMaxSeconds * 1000),
  });
  const until = () => {
    if (pinned) return t('start.pinnedHelp');
    if (seconds === null) return max;
    const end = new Date(now + seconds * 1000).toISOString();
    return `${t('start.until', { time: format.short(end, now) })}, ${max}`;
  };
  const chosen = typed ? OTHER : String(ttl);
  const choose = (value: string) => {
    if (value === PINNED) return onChange({ pinned: true });
    const chosenTtl = value === OTHER ? '' : Number(value);
    return onChange({ ttl: chosenTtl, pinned: false });
  };
  return (
    <FormControl component="fieldset" error={Boolean(error)}>
      <FormLabel component="legend">{t('start.lives')}</FormLabel>
      <RadioGroup
        row
        value={pinned ? PINNED : chosen}
        onChange={(_event, value) => choose(value)}
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
        {props.pinned !== null && (
          <FormControlLabel
            value={PINNED}
            control={<Radio size="small" color="primary" />}
            label={t('start.pinned')}
          />
        )}
      </RadioGroup>
      {typed && (
        <TextField
          label={t('start.otherLabel')}
          value={ttl}
          error={Boolean(error)}
          onChange={event =>
            onChange({ ttl: event.target.value, pinned: false })
          }
          inputProps={{ 'aria-label': t('start.otherLabel') }}
        />
      )}
      <FormHelperText>{error ?? until()}</FormHelperText>
    </FormControl>
  );
}
