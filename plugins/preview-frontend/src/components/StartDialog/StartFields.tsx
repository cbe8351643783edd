// SPDX-License-Identifier: Apache-2.0
import TextField from '@material-ui/core/TextField';
import type {
  EntityOptions,
  PreflightReport,
} from '@preview-environments/backstage-plugin-preview-common';
import { useWords } from '../../translation/useWords';
import { ImageField } from '../ImageField/ImageField';
import { Fold } from '../ui';
import { MoreFields } from './MoreFields';
import { Recipe } from './Recipe';
import { TrafficFields } from './TrafficFields';
import { TtlField } from './TtlField';
import type { FormWords } from './useFormWords';
import type { StartFormState } from './useStartForm';

/** The fields: three that matter, the rest folded with good defaults. */
export function StartFields(props: {
  options: EntityOptions;
  state: StartFormState;
  words: FormWords;
  report: PreflightReport | null;
}) {
  const t = useWords();
  const { options, state, words, report } = props;
  const { form, context, change } = state;
  const plain = { autoComplete: 'off', spellCheck: false };
  return (
    <>
      <ImageField
        repositories={context.target.imageRepositories}
        repository={form.repository}
        text={form.imageText}
        present={context.target.image}
        error={words.at('image')}
        onChange={({ repository, text }) =>
          change({
            ...(repository === undefined ? {} : { repository }),
            ...(text === undefined ? {} : { imageText: text }),
          })
        }
      />
      <TextField
        fullWidth
        label={t('start.key')}
        value={form.key}
        error={words.at('key') !== null}
        helperText={
          words.at('key') ??
          t('start.keyUse', { header: `${form.header}: ${form.key}` })
        }
        onChange={event => change({ key: event.target.value })}
        inputProps={{
          ...plain,
          'aria-label': t('start.key'),
          autoCapitalize: 'off',
        }}
      />
      <TtlField
        ttl={form.ttl}
        defaultSeconds={options.defaults.ttlSeconds}
        limits={options.limits}
        error={words.at('ttl')}
        pinned={options.allow.pinned ? form.pinned : null}
        onChange={change}
      />
      <Fold
        title={t('start.traffic')}
        aside={t(`start.trafficSummary.${form.mode}`)}
      >
        <TrafficFields
          form={form}
          target={context.target}
          headers={options.headers}
          error={words.at('traffic')}
          onChange={change}
        />
        <Recipe form={form} report={report} />
      </Fold>
      <Fold title={t('start.more')} aside={t('start.moreSummary')}>
        <MoreFields options={options} state={state} words={words} />
      </Fold>
    </>
  );
}
