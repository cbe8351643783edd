// SPDX-License-Identifier: Apache-2.0
import { Content, Header, Page } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import Card from '@material-ui/core/Card';
import CardActionArea from '@material-ui/core/CardActionArea';
import CardContent from '@material-ui/core/CardContent';
import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { Person } from './people';

interface PersonPickerProps {
  people: Person[];
  onPick: (role: string) => void;
}

/** One card per person; picking one needs no password. */
export function PersonPicker({ people, onPick }: PersonPickerProps) {
  const title = useApi(configApiRef).getOptionalString('app.title');
  return (
    <Page themeId="home">
      <Header title={title ?? 'Backstage'} />
      <Content>
        <Typography variant="h5" component="h2" gutterBottom>
          Who do you want to be?
        </Typography>
        <Typography gutterBottom>
          This is a demo on your own machine: pick a person, no password.
        </Typography>
        {people.length === 0 && (
          <Typography>
            No person is configured in auth.providers.demo.people.
          </Typography>
        )}
        <Grid container spacing={2} component="ul" style={{ padding: 0 }}>
          {people.map(person => (
            <Grid
              key={person.role}
              item
              component="li"
              xs={12}
              sm={6}
              md={4}
              style={{ listStyle: 'none' }}
            >
              <Card style={{ height: '100%' }}>
                <CardActionArea
                  style={{ height: '100%' }}
                  onClick={() => onPick(person.role)}
                >
                  <CardContent style={{ height: '100%' }}>
                    <Typography variant="h6" component="h3">
                      {person.title}
                    </Typography>
                    <Typography color="textSecondary">
                      {person.description}
                    </Typography>
                  </CardContent>
                </CardActionArea>
              </Card>
            </Grid>
          ))}
        </Grid>
      </Content>
    </Page>
  );
}
