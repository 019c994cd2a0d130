import type { MainSay } from '../../../words.ts';

/** The archive explains itself: whoever opens it may have no Daygrove any more. What it is stands there in the person's language, how it is read in that of most programmers. */
export function readMe(say: MainSay): string {
  return `# ${say('archive.title')}

${say('archive.intro')}

${FORMAT}`;
}

const FORMAT = `Format version 1.

You need no program of ours to read it. It is a zip file (zip64 where it is large). The files in it:

| File | What it holds |
| --- | --- |
| manifest.json | The format's version, and of every file its records, its size and its SHA-256 |
| entries.jsonl | Journal entries |
| habits.jsonl | Habits |
| check-ins.jsonl | What was logged with a habit on a day |
| pauses.jsonl | Times in which a habit, or all of them, were set aside |
| templates.jsonl | Templates for entries |
| saved-searches.jsonl | Searches that were kept under a name |
| preferences.jsonl | When a day ends and a week begins |
| spelling-words.jsonl | Words that were added to the personal dictionary |
| attachments.jsonl | What is known of pictures, recordings and documents |
| media/ | The pictures, recordings and documents themselves, unchanged |
| other/ | Records of kinds that came after this version of the format, as they were |

What is not in here: earlier versions of texts (a backup of the vault has them), what was erased for good, and everything that belonged to one computer only
(the computers' names, how they were synced, which files were imported).

## How to read a .jsonl file

UTF-8 text, one record a line, each line a JSON object (https://www.rfc-editor.org/rfc/rfc8259). An empty file has no records. In every line:

- \`id\`: the record's name, a UUID. A line without it is named by what it is about: a check-in by its habit and day, a word by the word, the preferences by being the only ones.
- \`writtenAt\`: when it was last written, in milliseconds since 1 January 1970 00:00 UTC. Every other time in here counts the same way.
- \`deleted\`: \`true\` where it lay in the trash; otherwise it is left out.
- \`fields\`: what it says, explained below. Fields that are not explained here came with a later version of Daygrove.
- \`extras\`: seldom there. What a later version kept beside the fields.
- \`type\`: in other/ only, what kind of record it is.

Days are written YYYY-MM-DD, as the calendar stood where the person was. A field that is left out was never set.

For example, all entries by day, with Python 3:

    import json, zipfile
    with zipfile.ZipFile("archive.zip") as archive, archive.open("entries.jsonl") as lines:
        entries = [json.loads(line) for line in lines]
    for entry in sorted(entries, key=lambda entry: entry["fields"]["day"]):
        print(entry["fields"]["day"], entry["fields"].get("title", ""), entry["fields"]["body"], sep="\\n")

## Fields

### entries.jsonl
- \`day\`: the day it belongs to. \`createdAt\`: when it was begun. \`zone\`: the time zone it was begun in (IANA name).
- \`updatedAt\`: when its text was last changed; where it is left out or null, \`writtenAt\` says it.
- \`title\`, \`location\`: one line each, empty for none. \`body\`: the text, Markdown (CommonMark with tables, task lists, strikethrough and footnotes of GitHub).
  \`![name](attachment:ID)\` and \`[name](attachment:ID)\` in it are the file of that id in attachments.jsonl. \`#word\` is a tag.
- \`mood\`: 1 (very bad) to 5 (very good), or null. \`tags\`: those set beside the text, without #. \`starred\`: true or false.
- In the trash (\`deleted\`), \`writtenAt\` is when it was thrown away.

### habits.jsonl
- \`name\`, \`question\` (asked each day), \`description\` (Markdown), \`group\`, \`icon\` (a name or an emoji), \`colour\`, \`timeOfDay\` (any, morning, afternoon, evening).
- \`kind\`: {"type": "yes-no"}; {"type": "amount", "unit", "target", "direction"}; {"type": "minutes", "target", "direction"}; {"type": "quit"}, which is kept until a slip is logged.
  \`direction\`: at-least or at-most. Targets are those of the schedule's whole period.
- \`schedule\`: {"type": "daily"}; {"type": "weekdays", "days"} with 1 for Monday to 7 for Sunday; {"type": "times-a-week", "times"}; {"type": "times-a-month", "times"};
  {"type": "every-n-days", "days"}; {"type": "rolling", "times", "days"}: so many times in any so many days.
- \`startDay\`, \`endDay\` (null: it goes on): the days that count. \`archived\`, \`archivedOn\`: put aside, and since when. \`position\`: its place in the list.
- \`reminders\`: {"minute": of the day, 0 to 1439, "days": 1 to 7}.

### check-ins.jsonl
- \`habit\`: the id of the habit, without hyphens. \`day\`: the day.
- \`logged\`: {"mark", "amount", "runs"}. \`mark\`: done, missed, skipped, or null where it was taken back. \`amount\`: in the habit's unit or in minutes; null: none given.
  \`runs\`: names of the timers that are counted in the amount. Older records have \`mark\` and \`amount\` beside \`day\` instead.
- \`run:…\`: minutes of one run of a timer. \`note\`: a text; null or left out: none.

### pauses.jsonl
- \`habit\`: the id of the habit, without hyphens; null: all habits. \`from\`, \`to\`: the first and the last day, both inside; \`to\` null: it goes on. \`reason\`: a text.

### templates.jsonl, saved-searches.jsonl
- \`name\`, and \`text\`: the template (Markdown, with fields in double braces), or what is searched for.

### preferences.jsonl
- \`dayEndsAt\`: minutes behind midnight at which a day ends. \`weekStart\`: 1 for Monday to 7 for Sunday; null: as where the person lives.

### spelling-words.jsonl
- \`word\`.

### attachments.jsonl
- \`name\`: as the file was called. \`type\`: its media type. \`size\`: bytes. \`width\`, \`height\`: pixels of a picture, or null. \`thumbnail\`: a small picture, base64, or null. \`addedAt\`: when it was added.
- Beside \`fields\`: \`media\`, the file in this archive, and \`sha256\` of it. \`media\` is null where not all of the file had arrived on this computer.
`;
