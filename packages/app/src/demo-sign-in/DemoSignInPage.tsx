// SPDX-License-Identifier: Apache-2.0
import { ProxiedSignInPage } from '@backstage/core-components';
import { IdentityApi } from '@backstage/core-plugin-api';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useState } from 'react';
import { chosenRole } from './chosenRole';
import { PersonPicker } from './PersonPicker';
import { readPeople } from './people';

/** Picks a person of the demo, then signs in through the demo auth provider. */
export function DemoSignInPage({ onSignInSuccess }: SignInPageProps) {
  const people = readPeople(useApi(configApiRef));
  const [role, setRole] = useState(chosenRole.get);

  if (!people.some(person => person.role === role)) {
    return (
      <PersonPicker
        people={people}
        onPick={picked => {
          chosenRole.set(picked);
          setRole(picked);
        }}
      />
    );
  }
  return (
    <ProxiedSignInPage
      provider="demo"
      headers={{ 'x-demo-person': role! }}
      onSignInSuccess={identity => onSignInSuccess(forgetOnSignOut(identity))}
    />
  );
}

function forgetOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    getProfileInfo: () => identity.getProfileInfo(),
    async signOut() {
      chosenRole.clear();
      await identity.signOut();
    },
  };
}
