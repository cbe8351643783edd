// SPDX-License-Identifier: Apache-2.0

/** Everything that one can do with a preview. */
export const actions = {
  action: {
    notNow: 'The preview has changed: this is not possible now.',
    update: {
      label: 'Update image',
      title: 'Update the image of {{key}}',
      submit: 'Update',
      noGap: 'The running version serves until the new one is ready.',
      gap: 'There will be a short gap while the new version starts.',
      done: 'Preview {{key}} is being updated.',
    },
    extend: {
      label: 'Extend',
      title: 'Extend {{key}}',
      by: '+{{duration}}',
      until: 'Until…',
      untilLabel: 'Until',
      submit: 'Extend',
      shorten: 'Shorten',
      sooner:
        'That is earlier than the present end ({{time}}): the preview will end sooner.',
      max: 'At most {{max}} ahead: until {{time}}.',
      tooLate: 'That is too far ahead.',
      cap: 'At most {{max}} in one go. More: the platform team (preview.policy.ttl).',
      done: 'Preview {{key}} lives until {{time}}.',
      capped: 'Shortened: {{message}}',
      needTime: 'Give a moment in the future.',
    },
    stop: {
      label: 'Stop',
      title: 'Stop {{key}} of {{name}}?',
      text: 'Requests with its key go to the stable version again. Its history stays.',
      signOffStays: 'This sign-off stays in the history:',
      keep: 'Keep running',
      submit: 'Stop',
      done: 'Preview {{key}} is being stopped.',
    },
    restart: {
      label: 'Restart',
      other: 'Restart with another image',
      title: 'Start {{key}} again with another image',
      updateTitle: 'Update {{key}}, which runs?',
      submit: 'Start again',
      done: 'Preview {{key}} is starting again.',
    },
    verify: {
      label: 'Verify',
      hint: 'Sends one request with the key and one without, and looks who answers.',
      done: 'Verified: requests with the key reach the preview, others do not.',
      failed: 'Not as it should be: {{message}}',
      notChecked: 'Not checked: {{message}}',
    },
    approve: {
      label: 'Approve',
      title: 'Approve {{key}} of {{name}}',
      done: 'Preview {{key}} is approved.',
    },
    reject: {
      label: 'Reject',
      title: 'Reject {{key}} of {{name}}',
      done: 'Preview {{key}} is rejected.',
    },
  },
  present: {
    runs: '{{key}} runs already with image {{image}}.',
    failed: '{{key}} is there already; it failed with image {{image}}.',
    updates: 'This updates it.',
    newImage: 'This updates it: image {{from}} → {{to}}.',
    sameImage: 'Its image stays as it is.',
    endMoves: 'Its end moves to {{time}}.',
    endStays: 'It still ends {{time}}.',
    noEnd: 'It has no end.',
    asBefore:
      'Its variables, copies and traffic become those of the preview that is over.',
  },
} as const;
