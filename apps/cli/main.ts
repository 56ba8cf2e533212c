import '#platform/postgres/resolve-drizzle.ts';
import { Command, InvalidArgumentError, Option } from 'commander';
import { locales } from '#kit/locale.ts';
import { scoreKinds } from '#touchpoint/domain/binding.ts';
import type { ImportEventsOptions } from './commands/import-events.ts';
import type { ImportSurveyOptions } from './commands/import-survey.ts';
import type { LogStatsOptions } from './commands/log.ts';
import type { PersonaDiscoverOptions } from './commands/persona.ts';
import type { PersonaAttributeOptions } from './commands/persona-attribute.ts';
import type { PersonaPosterOptions } from './commands/persona-poster.ts';
import type { PersonaQuestionsOptions } from './commands/persona-questions.ts';
import type { SurveyStatsOptions } from './commands/survey.ts';
import { commandLocale, createOutput, exitCode } from './output.ts';

const program = new Command('parcours')
  .description('Personas, journey maps and the figures behind them. Run “npm start” to open the pages.')
  .option('--json', 'answer as JSON on stdout')
  .showHelpAfterError()
  .configureHelp({ showGlobalOptions: true })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? exitCode.done : exitCode.usage))
  .addHelpText(
    'after',
    [
      '',
      'Exit codes: 0 done, 1 refused or failed (said on stderr), 2 the command is written wrongly.',
      'Messages are in the language of PARCOURS_LANG (fr, en) or of the system. The data are those of PARCOURS_DATA',
      '(./data); a command goes through the server that is running on them, when there is one.',
    ].join('\n'),
  );

const output = () => createOutput(program.opts().json === true, commandLocale(process.env));
const inWorkspace = ['-w, --workspace <workspace>', 'id or name of the workspace'] as const;

// Each command is loaded when it is called: `--help` need not wait for the stores.
program
  .command('serve')
  .description('start the server and its pages; Ctrl-C stops it')
  .option('--build', 'build the pages first', false)
  .action(async (options: { build: boolean }) =>
    (await import('./commands/serve.ts')).serve(output(), options),
  );

program
  .command('log')
  .description('files of events')
  .command('stats <file>')
  .description('what a file of events holds; the file is read as an import reads it, nothing is kept')
  .option('--customer <column>', 'column of the customer; guessed unless told')
  .option('--at <column>', 'column of the time; guessed unless told')
  .option('--event <column>', 'column of the event; guessed unless told')
  .option('--zone <zone>', 'time zone of times that say none, e.g. Europe/Paris; UTC unless told')
  .action(async (file: string, options: LogStatsOptions) =>
    (await import('./commands/log.ts')).logStats(output(), file, options),
  );

const persona = program.command('persona').description('personas, and tables of customers');
persona
  .command('discover <file>')
  .description(
    'personas proposed from a table of customers, or the answer that it holds none; nothing is kept',
  )
  .option(
    '--leave-out <columns>',
    'columns not to look at: identifiers, what is known only afterwards',
    readList,
  )
  .option(
    '--bootstraps <n>',
    'resampled tables the stability is judged on, 4 to 200; 20 unless told',
    readWhole(4, 200),
  )
  .option('--seed <n>', 'start of the random numbers; same seed, same answer', readWhole(0, 4_294_967_295))
  .action(async (file: string, options: PersonaDiscoverOptions) =>
    (await import('./commands/persona.ts')).personaDiscover(output(), file, options),
  );
persona
  .command('attribute <file>')
  .description('every row of a table with the persona it is most like, and how sure that is, as a CSV file')
  .requiredOption(
    '--model <model>',
    'a detection model of a workspace (its id or name), or a file that “persona discover --json” wrote',
  )
  .requiredOption('-o, --output <file>', 'write to this file')
  .option(...inWorkspace)
  .option('--force', 'replace the file when it is there', false)
  .action(async (file: string, options: PersonaAttributeOptions) =>
    (await import('./commands/persona-attribute.ts')).personaAttribute(output(), file, options),
  );
persona
  .command('questions')
  .description('the short questionnaire that best recovers the persona, and how well for each length')
  .requiredOption(
    '--model <model>',
    'a detection model of a workspace (its id or name), or a file that “persona discover --json” wrote',
  )
  .option('--leave-out <columns>', 'what nobody could be asked', readList)
  .option(...inWorkspace)
  .action(async (options: PersonaQuestionsOptions) =>
    (await import('./commands/persona-questions.ts')).personaQuestions(output(), options),
  );
persona
  .command('poster <persona>')
  .description('a persona (its id or name) as a PDF to print: vectors, and text that can be selected')
  .requiredOption('-o, --output <file>', 'write to this file')
  .option(...inWorkspace)
  .addOption(
    new Option(
      '--format <format>',
      'poster: A3; card: A6, two sides; booklet: A4, every persona of the workspace',
    )
      .choices(['poster', 'card', 'booklet'])
      .default('poster'),
  )
  .addOption(
    new Option('--lang <language>', 'language of headings; that of the messages unless told').choices(
      locales,
    ),
  )
  .option('--force', 'replace the file when it is there', false)
  .action(async (wanted: string, options: PersonaPosterOptions) =>
    (await import('./commands/persona-poster.ts')).personaPoster(output(), wanted, options),
  );

program
  .command('survey')
  .description('files of answers')
  .command('stats <file>')
  .description('score of one column with its 95 % interval; the file is read, nothing is kept')
  .requiredOption('--score <column>', 'column of the scores')
  .addOption(new Option('--kind <kind>', 'what the score is').choices(scoreKinds).makeOptionMandatory())
  .option('--scale <a-b>', 'scale of the answers, e.g. 1-5; the usual one of the kind unless told', readScale)
  .option('--no-answer <codes>', 'codes that mean “no answer”, e.g. 11,0', readList)
  .option('--weight <column>', 'column of the weights')
  .option('--by <column>', 'column to split by')
  .action(async (file: string, options: SurveyStatsOptions) =>
    (await import('./commands/survey.ts')).surveyStats(output(), file, options),
  );

const imports = program.command('import').description('bring a file in: whole or not at all');
imports
  .command('events <file>')
  .description(
    'events (CSV, TSV, XLSX, JSON Lines, XES, Parquet, also gzipped); Ctrl-C cancels and leaves nothing',
  )
  .requiredOption(...inWorkspace)
  .option('--name <name>', 'name of the new source; that of the file unless told')
  .option('--source <source>', 'id or name of the source to add to, instead of a new one')
  .option('--customer <column>', 'column of the customer; guessed unless told')
  .option('--at <column>', 'column of the time; guessed unless told')
  .option('--event <column>', 'column of the event; guessed unless told')
  .option('--zone <zone>', 'time zone of times that say none; that of the workspace unless told')
  .option('--mapping <file>', 'JSON file that says more: its parts replace those guessed')
  .option('--replace', 'take the place of an earlier import of the same file', false)
  .option('--propose-map', 'also make a map from the most typical order of the events', false)
  .action(async (file: string, options: ImportEventsOptions) =>
    (await import('./commands/import-events.ts')).importEventsCommand(output(), file, options),
  );
imports
  .command('survey <file>')
  .description('answers, one row per respondent; Ctrl-C cancels and leaves nothing')
  .requiredOption(...inWorkspace)
  .option('--name <name>', 'name of the survey; that of the file unless told')
  .option('--mapping <file>', 'JSON file that says how columns are read: its parts replace those guessed')
  .option('--propose-map', 'also make a map whose touchpoints are the columns of the survey', false)
  .action(async (file: string, options: ImportSurveyOptions) =>
    (await import('./commands/import-survey.ts')).importSurveyCommand(output(), file, options),
  );

const map = program.command('map').description('maps and their figures');
map
  .command('list')
  .description('the maps of a workspace, or of all')
  .option(...inWorkspace)
  .action(async (options: { workspace?: string }) =>
    (await import('./commands/maps.ts')).mapList(output(), options),
  );
map
  .command('measure <map>')
  .description('all figures of a map (its id or title)')
  .option(...inWorkspace)
  .option('--by <attribute>', 'split by an attribute; “persona”: by the personas of the map')
  .option('--from <day>', 'only journeys begun on this day or later, YYYY-MM-DD')
  .option('--to <day>', 'only journeys begun on this day or before, YYYY-MM-DD')
  .action(async (wanted: string, options: { workspace?: string; by?: string; from?: string; to?: string }) =>
    (await import('./commands/maps.ts')).mapMeasure(output(), wanted, options),
  );

const workspace = program.command('workspace').description('workspaces');
workspace
  .command('list')
  .description('the workspaces of this installation')
  .action(async () => (await import('./commands/workspaces.ts')).workspaceList(output()));
workspace
  .command('create <name>')
  .description('make an empty workspace')
  .addOption(new Option('--language <language>', 'language of new maps').choices(locales))
  .option('--zone <zone>', 'time zone in which calendar days are counted; Europe/Paris unless told')
  .action(async (name: string, options: { language?: 'fr' | 'en'; zone?: string }) =>
    (await import('./commands/workspaces.ts')).workspaceCreate(output(), name, options),
  );

program
  .command('export <map>')
  .description('a map (its id or title) as a file that any Parcours opens')
  .option(...inWorkspace)
  .option('-o, --output <file>', 'write to this file instead of stdout')
  .option('--force', 'replace the file when it is there', false)
  .action(async (wanted: string, options: { workspace?: string; output?: string; force: boolean }) =>
    (await import('./commands/maps.ts')).exportMap(output(), wanted, options),
  );

program
  .command('seed')
  .description('make the demonstration: simulated customers, a survey and maps, in French and in English')
  .option('--customers <number>', 'how many customers, 100 to 1000000; 4000 unless told', readCustomers)
  .action(async (options: { customers?: number }) =>
    (await import('./commands/workspaces.ts')).seed(output(), options),
  );

program
  .command('doctor')
  .description('look at everything a start needs: Node, data folder, disk, stores, pages')
  .action(async () => (await import('./commands/doctor.ts')).doctor(output()));

function readScale(text: string): { min: number; max: number } {
  const match = /^(-?\d+(?:\.\d+)?)-(-?\d+(?:\.\d+)?)$/.exec(text);
  if (!match) throw new InvalidArgumentError('a scale is written a-b, for example 0-10.');
  return { min: Number(match[1]), max: Number(match[2]) };
}

function readList(text: string): string[] {
  return text.split(',').map((code) => code.trim());
}

function readWhole(from: number, to: number): (text: string) => number {
  return (text) => {
    const count = Number(text);
    if (text.trim() === '' || !Number.isInteger(count) || count < from || count > to)
      throw new InvalidArgumentError(`a whole number from ${from} to ${to}.`);
    return count;
  };
}

function readCustomers(text: string): number {
  const customers = Number(text);
  if (!Number.isInteger(customers) || customers < 100 || customers > 1_000_000)
    throw new InvalidArgumentError('a whole number from 100 to 1000000.');
  return customers;
}

await program.parseAsync();
