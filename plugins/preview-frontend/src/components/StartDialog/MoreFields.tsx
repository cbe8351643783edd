// SPDX-License-Identifier: Apache-2.0
import { useId } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { EntityOptions } from '@preview-environments/backstage-plugin-preview-common';
import { MAX_REPLICAS } from '../../model/startForm';
import { useWords } from '../../translation/useWords';
import type { FormWords } from './useFormWords';
import type { StartFormState } from './useStartForm';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(2), minWidth: 0 },
}));

/** What is rarely needed: where, how many, which variables, why. */
export function MoreFields(props: {
  options: EntityOptions;
  state: StartFormState;
  words: FormWords;
}) {
  const t = useWords();
  const classes = useStyles();
  // Ties the label to the list.
  const targetId = useId();
  const { options, state, words } = props;
  const { form, context, change } = state;
  const variables = options.allow.env;
  return (
    <div className={classes.root}>
      <TextField
        id={targetId}
        select
        fullWidth
        label={t('start.target')}
        value={String(state.targetIndex)}
        error={words.at('target') !== null}
        helperText={words.at('target')}
        onChange={event => state.chooseTarget(Number(event.target.value))}
      >
        {options.targets.map((each, index) => (
          <MenuItem key={index} value={String(index)}>
            {t('start.targetOption', {
              target: each.target,
              cluster: each.cluster,
              namespace: each.namespace,
            })}
          </MenuItem>
        ))}
      </TextField>
      {context.target.capabilities.replicas && (
        <TextField
          fullWidth
          type="number"
          label={t('start.replicas')}
          value={form.replicas}
          error={words.at('replicas') !== null}
          helperText={words.at('replicas') ?? t('start.replicasHelp')}
          onChange={event => change({ replicas: event.target.value })}
          inputProps={{
            'aria-label': t('start.replicas'),
            min: 1,
            max: MAX_REPLICAS,
          }}
        />
      )}
      {variables.map((name, index) => (
        <TextField
          key={name}
          fullWidth
          label={t('start.env', { name })}
          value={form.env[name] ?? ''}
          error={words.at('env') !== null}
          helperText={
            index === variables.length - 1
              ? words.at('env') ?? t('start.envHelp')
              : undefined
          }
          onChange={event =>
            change({ env: { ...form.env, [name]: event.target.value } })
          }
          inputProps={{
            'aria-label': t('start.env', { name }),
            autoComplete: 'off',
            spellCheck: false,
          }}
        />
      ))}
      <TextField
        fullWidth
        label={t('start.reason')}
        value={form.reason}
        error={words.at('reason') !== null}
        helperText={words.at('reason') ?? t('start.reasonHelp')}
        onChange={event => change({ reason: event.target.value })}
        inputProps={{ 'aria-label': t('start.reason') }}
      />
    </div>
  );
}
