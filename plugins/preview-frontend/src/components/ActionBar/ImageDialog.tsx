// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import type { PreviewSession } from '@preview-environments/backstage-plugin-preview-common';
import type { PreviewAction } from '../../actions/types';
import { useActionAllowed } from '../../actions/useActionAllowed';
import { useRun } from '../../actions/useRun';
import { ANY_REPOSITORY, composeImage, imageProblem } from '../../model/image';
import { targetOf } from '../../model/targetOf';
import { useWords } from '../../translation/useWords';
import { ImageField } from '../ImageField/ImageField';
import { PresentNote } from '../PresentNote/PresentNote';
import { FormDialog } from '../ui';
import { RefusalNote } from './RefusalNote';
import type { ActionProps } from './types';

/** Asks for an image and runs the action with it. */
export function ImageDialog(
  props: ActionProps & {
    action: PreviewAction<{ image: string }>;
    title: string;
    submit: string;
    /** Another preview that has the key and would get the image. */
    present?: PreviewSession;
    onClose: () => void;
  },
) {
  const { action, session, options, present, onChanged, onClose } = props;
  const t = useWords();
  const allowed = useActionAllowed(action, session, options);
  const target = targetOf(session, options?.targets);
  // A target with a problem tells none.
  const repositories = target?.imageRepositories.length
    ? target.imageRepositories
    : [ANY_REPOSITORY];
  const [repository, setRepository] = useState(repositories[0]);
  const [text, setText] = useState('');
  const { busy, refusal, run } = useRun(action, session, onChanged);
  const image = composeImage(repository, text);
  const problem = image === null ? t('start.needImage') : imageProblem(image);
  const atImage = refusal?.field === 'image' ? refusal.message : null;
  const submit = async () => {
    if (image && (await run({ image }))) onClose();
  };
  const gapless = target?.capabilities.inPlaceUpdate ?? true;
  return (
    <FormDialog
      title={props.title}
      submit={props.submit}
      busy={busy}
      problem={allowed ? problem : t('action.notNow')}
      onSubmit={submit}
      onClose={onClose}
    >
      <ImageField
        repositories={repositories}
        repository={repository}
        text={text}
        present={target?.image ?? null}
        error={atImage}
        onChange={change => {
          setRepository(change.repository ?? repository);
          setText(change.text ?? text);
        }}
      />
      {present && (
        <PresentNote
          present={present}
          image={problem === null ? image : null}
          expiresAt={present.expiresAt}
        >
          {t('present.asBefore')}
        </PresentNote>
      )}
      {action.id === 'update' && (
        <Typography variant="body2">
          {t(gapless ? 'action.update.noGap' : 'action.update.gap')}
        </Typography>
      )}
      <RefusalNote refusal={refusal} />
    </FormDialog>
  );
}
